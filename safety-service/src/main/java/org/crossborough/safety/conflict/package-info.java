/** Declared conflicts, which no other permission overcomes. */
@NullMarked
package org.crossborough.safety.conflict;

import org.jspecify.annotations.NullMarked;
