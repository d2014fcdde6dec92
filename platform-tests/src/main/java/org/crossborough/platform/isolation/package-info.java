/** The proof that nothing of the survivor side is anywhere else on the running platform. */
@NullMarked
package org.crossborough.platform.isolation;

import org.jspecify.annotations.NullMarked;
