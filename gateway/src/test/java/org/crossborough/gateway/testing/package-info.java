/** Services that answer whatever the gateway's tests need, and real tokens. */
@NullMarked
package org.crossborough.gateway.testing;

import org.jspecify.annotations.NullMarked;
