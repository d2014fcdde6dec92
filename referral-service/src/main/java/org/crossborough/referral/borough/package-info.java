/** The London authorities and when each takes part. */
@NullMarked
package org.crossborough.referral.borough;

import org.jspecify.annotations.NullMarked;
