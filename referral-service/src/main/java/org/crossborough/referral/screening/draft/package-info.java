/** Screenings that were interrupted and are gone on with. */
@NullMarked
package org.crossborough.referral.screening.draft;

import org.jspecify.annotations.NullMarked;
