/** The short reference by which people name a referral. */
@NullMarked
package org.crossborough.referral.reference;

import org.jspecify.annotations.NullMarked;
