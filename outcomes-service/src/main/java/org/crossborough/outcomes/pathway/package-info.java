/** What is known of referrals, runs and attendance, from other services' events alone. */
@NullMarked
package org.crossborough.outcomes.pathway;

import org.jspecify.annotations.NullMarked;
