/** Treatment Outcomes Profiles as keyworkers send them: taken in, checked, never changed. */
@NullMarked
package org.crossborough.outcomes.top;

import org.jspecify.annotations.NullMarked;
