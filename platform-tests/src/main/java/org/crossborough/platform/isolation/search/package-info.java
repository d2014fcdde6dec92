/** Finds planted texts in any bytes, in whatever encoding they have got there. */
@NullMarked
package org.crossborough.platform.isolation.search;

import org.jspecify.annotations.NullMarked;
