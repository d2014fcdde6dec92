/** How the driver behaves towards a platform that is slow, down or strict. */
@NullMarked
package org.crossborough.platform.driver;

import org.jspecify.annotations.NullMarked;
