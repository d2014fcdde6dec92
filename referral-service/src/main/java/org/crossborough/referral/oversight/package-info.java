/** What those who run the service watch: where referrals stand still, and what is not told. */
@NullMarked
package org.crossborough.referral.oversight;

import org.jspecify.annotations.NullMarked;
