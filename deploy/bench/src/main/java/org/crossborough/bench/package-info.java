/** What the platform does in a second, measured beside its database alone in one run. */
@NullMarked
package org.crossborough.bench;

import org.jspecify.annotations.NullMarked;
