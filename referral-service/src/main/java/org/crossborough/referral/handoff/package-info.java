/** What is learnt of a hand-off of at-risk details: a receipt, nothing else. */
@NullMarked
package org.crossborough.referral.handoff;

import org.jspecify.annotations.NullMarked;
