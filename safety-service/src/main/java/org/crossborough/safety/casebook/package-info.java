/** A survivor's case as those who work on it open it, and the rules for what they write in it. */
@NullMarked
package org.crossborough.safety.casebook;

import org.jspecify.annotations.NullMarked;
