/** What may be written in words, and what may not be in them. */
@NullMarked
package org.crossborough.programme.freetext;

import org.jspecify.annotations.NullMarked;
