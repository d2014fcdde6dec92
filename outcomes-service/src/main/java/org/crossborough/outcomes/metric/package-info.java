/** The figures: their catalogue, their computation from rows, and who is shown which. */
@NullMarked
package org.crossborough.outcomes.metric;

import org.jspecify.annotations.NullMarked;
