/** The emergency way to a case: two people, some minutes, and a review. */
@NullMarked
package org.crossborough.safety.breakglass;

import org.jspecify.annotations.NullMarked;
