/** What must never leave the survivor side, or be readable inside it. */
@NullMarked
package org.crossborough.safety.isolation;

import org.jspecify.annotations.NullMarked;
