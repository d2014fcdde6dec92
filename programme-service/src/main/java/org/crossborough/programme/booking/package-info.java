/** Who and what is taken when, so that nobody has to be in two places at once. */
@NullMarked
package org.crossborough.programme.booking;

import org.jspecify.annotations.NullMarked;
