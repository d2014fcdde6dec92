/** Quarterly returns: what was handed out, signed, and handed out byte for byte ever after. */
@NullMarked
package org.crossborough.outcomes.returns;

import org.jspecify.annotations.NullMarked;
