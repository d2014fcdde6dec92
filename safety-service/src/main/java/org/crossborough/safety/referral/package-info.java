/** What is known of a referral from other services, in whatever order they told it. */
@NullMarked
package org.crossborough.safety.referral;

import org.jspecify.annotations.NullMarked;
