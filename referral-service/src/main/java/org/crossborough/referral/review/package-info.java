/** Programme reviews: a neutral stop without a reason, whoever asked for it. */
@NullMarked
package org.crossborough.referral.review;

import org.jspecify.annotations.NullMarked;
