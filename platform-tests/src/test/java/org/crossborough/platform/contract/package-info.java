/** What the platform has promised to integrators, and that it keeps to it. */
@NullMarked
package org.crossborough.platform.contract;

import org.jspecify.annotations.NullMarked;
