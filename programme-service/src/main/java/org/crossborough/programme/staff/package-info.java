/** Who does something, and when. */
@NullMarked
package org.crossborough.programme.staff;

import org.jspecify.annotations.NullMarked;
