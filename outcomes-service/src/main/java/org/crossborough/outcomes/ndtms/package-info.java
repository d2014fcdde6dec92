/** TOPs in the shape of the national drug treatment monitoring system's CSV, in and out. */
@NullMarked
package org.crossborough.outcomes.ndtms;

import org.jspecify.annotations.NullMarked;
