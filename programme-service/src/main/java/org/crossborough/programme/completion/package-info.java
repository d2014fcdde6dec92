/**
 * When a man has done what his programme asks: a function of the log, the design and the reviews.
 */
@NullMarked
package org.crossborough.programme.completion;

import org.jspecify.annotations.NullMarked;
