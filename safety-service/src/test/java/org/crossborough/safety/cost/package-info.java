/** What keeping her safe costs. */
@NullMarked
package org.crossborough.safety.cost;

import org.jspecify.annotations.NullMarked;
