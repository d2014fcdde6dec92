/** How many requests a caller may make, counted over all processes of the gateway. */
@NullMarked
package org.crossborough.gateway.limits;

import org.jspecify.annotations.NullMarked;
