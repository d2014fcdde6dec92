/** The children of a survivor's case, and what was told to those who protect children. */
@NullMarked
package org.crossborough.safety.children;

import org.jspecify.annotations.NullMarked;
