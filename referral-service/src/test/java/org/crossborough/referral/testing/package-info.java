/** How this service's tests talk to it. */
@NullMarked
package org.crossborough.referral.testing;

import org.jspecify.annotations.NullMarked;
