/** Programme reviews: a neutral stop whose reason is not known here. */
@NullMarked
package org.crossborough.referral.review;

import org.jspecify.annotations.NullMarked;
