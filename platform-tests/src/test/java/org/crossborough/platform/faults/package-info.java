/** The checks of the fault campaign, checked themselves. */
@NullMarked
package org.crossborough.platform.faults;

import org.jspecify.annotations.NullMarked;
