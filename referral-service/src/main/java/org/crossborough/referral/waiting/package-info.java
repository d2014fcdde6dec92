/** The waiting list for places, its order and its reviews. */
@NullMarked
package org.crossborough.referral.waiting;

import org.jspecify.annotations.NullMarked;
