/** Which tokens open which part of the survivor side. */
@NullMarked
package org.crossborough.safety.access;

import org.jspecify.annotations.NullMarked;
