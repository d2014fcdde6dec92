/** Treatment Outcomes Profiles as they come in: taken in, listed, superseded, never edited. */
@NullMarked
package org.crossborough.outcomes.top;

import org.jspecify.annotations.NullMarked;
