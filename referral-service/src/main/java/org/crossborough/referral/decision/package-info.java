/** Why a referral ends or waits, in the field's codes. */
@NullMarked
package org.crossborough.referral.decision;

import org.jspecify.annotations.NullMarked;
