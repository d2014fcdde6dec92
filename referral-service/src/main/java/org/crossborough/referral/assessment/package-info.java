/** What a suitability assessment can find. */
@NullMarked
package org.crossborough.referral.assessment;

import org.jspecify.annotations.NullMarked;
