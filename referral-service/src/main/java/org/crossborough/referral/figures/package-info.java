/** Figures of the referral side, each with all that is needed to recompute it. */
@NullMarked
package org.crossborough.referral.figures;

import org.jspecify.annotations.NullMarked;
