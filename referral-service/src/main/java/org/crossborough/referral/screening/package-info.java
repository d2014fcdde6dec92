/** The screening a keyworker makes before referring. */
@NullMarked
package org.crossborough.referral.screening;

import org.jspecify.annotations.NullMarked;
