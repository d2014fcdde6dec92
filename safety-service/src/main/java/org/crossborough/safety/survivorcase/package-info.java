/** The support side's case of one survivor, from the details received to its close. */
@NullMarked
package org.crossborough.safety.survivorcase;

import org.jspecify.annotations.NullMarked;
