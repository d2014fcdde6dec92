/** The people at risk, their details sealed, and how they can be reached safely. */
@NullMarked
package org.crossborough.safety.atrisk;

import org.jspecify.annotations.NullMarked;
