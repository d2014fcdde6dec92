/** The changes of referrals, in one order that never changes, for systems that follow them. */
@NullMarked
package org.crossborough.referral.changefeed;

import org.jspecify.annotations.NullMarked;
