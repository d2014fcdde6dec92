/** The one place that reads the clock and makes ids. */
@NullMarked
package org.crossborough.chassis.time;

import org.jspecify.annotations.NullMarked;
