/** Putting a referral right, with a history; returning it for completion. */
@NullMarked
package org.crossborough.referral.amendment;

import org.jspecify.annotations.NullMarked;
