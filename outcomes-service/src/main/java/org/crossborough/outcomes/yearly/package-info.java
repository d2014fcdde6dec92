/** Released figures that are no counts of people: they leave once for each financial year. */
@NullMarked
package org.crossborough.outcomes.yearly;

import org.jspecify.annotations.NullMarked;
