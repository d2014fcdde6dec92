/** What is worked out after a referral has changed, apart from the change itself. */
@NullMarked
package org.crossborough.referral.upkeep;

import org.jspecify.annotations.NullMarked;
