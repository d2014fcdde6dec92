/** Whose figures a caller may read at all, as the token says. */
@NullMarked
package org.crossborough.outcomes.scope;

import org.jspecify.annotations.NullMarked;
