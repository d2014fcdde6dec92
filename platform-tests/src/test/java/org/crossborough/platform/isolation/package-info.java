/** Tests of the isolation proof itself. */
@NullMarked
package org.crossborough.platform.isolation;

import org.jspecify.annotations.NullMarked;
