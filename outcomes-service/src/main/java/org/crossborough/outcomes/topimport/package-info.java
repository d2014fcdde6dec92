/** TOPs that come many at once, in a file, and are dealt with row by row. */
@NullMarked
package org.crossborough.outcomes.topimport;

import org.jspecify.annotations.NullMarked;
