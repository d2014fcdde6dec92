/** Everything that happened to a referral, in one order. */
@NullMarked
package org.crossborough.referral.timeline;

import org.jspecify.annotations.NullMarked;
