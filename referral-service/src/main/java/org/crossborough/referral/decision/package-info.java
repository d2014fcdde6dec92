/** What is found and decided about a referral, and why, in the field's codes. */
@NullMarked
package org.crossborough.referral.decision;

import org.jspecify.annotations.NullMarked;
