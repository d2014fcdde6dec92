/** How much risk a survivor is at, on the 24 questions of the DASH checklist. */
@NullMarked
package org.crossborough.safety.dash;

import org.jspecify.annotations.NullMarked;
