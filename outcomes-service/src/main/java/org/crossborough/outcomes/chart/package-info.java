/** Pictures of released lines, each with its text. */
@NullMarked
package org.crossborough.outcomes.chart;

import org.jspecify.annotations.NullMarked;
