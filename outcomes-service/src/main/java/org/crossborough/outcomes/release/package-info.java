/**
 * What is released to commissioners: products, the ledger of what was said, and the attack before.
 */
@NullMarked
package org.crossborough.outcomes.release;

import org.jspecify.annotations.NullMarked;
