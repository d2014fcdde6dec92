/** Events that are applied once, with their position, and parked when they cannot be. */
@NullMarked
package org.crossborough.chassis.inbox;

import org.jspecify.annotations.NullMarked;
