/** The read models made again from every event there ever was, while the running ones serve. */
@NullMarked
package org.crossborough.outcomes.rebuild;

import org.jspecify.annotations.NullMarked;
