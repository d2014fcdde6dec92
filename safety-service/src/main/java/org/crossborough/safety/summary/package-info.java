/** One page on which a support worker sees where a case stands, and what is next. */
@NullMarked
package org.crossborough.safety.summary;

import org.jspecify.annotations.NullMarked;
