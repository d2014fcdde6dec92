/** A referral from receipt to decision. */
@NullMarked
package org.crossborough.referral.lifecycle;

import org.jspecify.annotations.NullMarked;
