/** Who calls, on which side, for which borough. */
@NullMarked
package org.crossborough.chassis.identity;

import org.jspecify.annotations.NullMarked;
