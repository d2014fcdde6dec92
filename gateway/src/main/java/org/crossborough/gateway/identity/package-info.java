/** The first check of a caller's token; the services make their own. */
@NullMarked
package org.crossborough.gateway.identity;

import org.jspecify.annotations.NullMarked;
