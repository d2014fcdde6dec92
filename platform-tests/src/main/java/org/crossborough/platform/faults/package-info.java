/** Faults under traffic, and the checks that nothing was lost, repeated or made up. */
@NullMarked
package org.crossborough.platform.faults;

import org.jspecify.annotations.NullMarked;
