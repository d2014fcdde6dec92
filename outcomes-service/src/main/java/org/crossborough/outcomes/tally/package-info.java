/** Exact counts, sums and changes of the metrics, made by the database for whoever may see them. */
@NullMarked
package org.crossborough.outcomes.tally;

import org.jspecify.annotations.NullMarked;
