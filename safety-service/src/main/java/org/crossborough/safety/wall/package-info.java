/** What stands between a worker and a case. */
@NullMarked
package org.crossborough.safety.wall;

import org.jspecify.annotations.NullMarked;
