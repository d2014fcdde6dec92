/** The smallest service there can be, for the chassis to be tested with. */
@NullMarked
package org.crossborough.chassis.sample;

import org.jspecify.annotations.NullMarked;
