/** What operators are given says what the code does. */
@NullMarked
package org.crossborough.platform.operating;

import org.jspecify.annotations.NullMarked;
