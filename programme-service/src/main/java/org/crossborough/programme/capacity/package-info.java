/** Places, who waits for one, and how long that may take. */
@NullMarked
package org.crossborough.programme.capacity;

import org.jspecify.annotations.NullMarked;
