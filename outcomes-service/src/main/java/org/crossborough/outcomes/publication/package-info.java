/** Figures that other services have released, kept as they came. */
@NullMarked
package org.crossborough.outcomes.publication;

import org.jspecify.annotations.NullMarked;
