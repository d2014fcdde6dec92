/**
 * The gateway as back end of front ends that run in a browser (RFC 10017, token handler): the
 * browser holds a cookie, the gateway the tokens.
 */
@NullMarked
package org.crossborough.gateway.session;

import org.jspecify.annotations.NullMarked;
