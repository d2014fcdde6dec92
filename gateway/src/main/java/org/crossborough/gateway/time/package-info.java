/** The gateway's one clock. */
@NullMarked
package org.crossborough.gateway.time;

import org.jspecify.annotations.NullMarked;
