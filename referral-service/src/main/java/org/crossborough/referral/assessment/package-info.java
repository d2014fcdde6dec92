/** Suitability assessments: the appointments, the agreement before them, and what was found. */
@NullMarked
package org.crossborough.referral.assessment;

import org.jspecify.annotations.NullMarked;
