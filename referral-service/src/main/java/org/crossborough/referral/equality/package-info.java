/** The equality profile: how many men of each protected characteristic, and its publication. */
@NullMarked
package org.crossborough.referral.equality;

import org.jspecify.annotations.NullMarked;
