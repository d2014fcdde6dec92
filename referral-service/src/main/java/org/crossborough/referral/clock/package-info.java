/** Time limits of the pathway: what is due on a referral, and what was done in time. */
@NullMarked
package org.crossborough.referral.clock;

import org.jspecify.annotations.NullMarked;
