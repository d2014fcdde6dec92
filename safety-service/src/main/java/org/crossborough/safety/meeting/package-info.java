/** Meetings of those who work with the men and those who support the survivors. */
@NullMarked
package org.crossborough.safety.meeting;

import org.jspecify.annotations.NullMarked;
