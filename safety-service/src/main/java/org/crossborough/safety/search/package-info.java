/** The finding of a case by who she is, within limits and never without a trace. */
@NullMarked
package org.crossborough.safety.search;

import org.jspecify.annotations.NullMarked;
