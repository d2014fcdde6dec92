/** The few figures that may leave the survivor side, after disclosure control. */
@NullMarked
package org.crossborough.safety.aggregate;

import org.jspecify.annotations.NullMarked;
