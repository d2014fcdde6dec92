/** What is known of runs and places, from programme-service. */
@NullMarked
package org.crossborough.referral.enrolment;

import org.jspecify.annotations.NullMarked;
