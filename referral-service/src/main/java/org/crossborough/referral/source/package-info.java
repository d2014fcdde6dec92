/** Where a referral comes from. */
@NullMarked
package org.crossborough.referral.source;

import org.jspecify.annotations.NullMarked;
