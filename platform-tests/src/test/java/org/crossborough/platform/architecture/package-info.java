/** The rules of the platform's code as a whole. */
@NullMarked
package org.crossborough.platform.architecture;

import org.jspecify.annotations.NullMarked;
