/** Referrals that come many at once, in a file, and are dealt with row by row. */
@NullMarked
package org.crossborough.referral.bulkimport;

import org.jspecify.annotations.NullMarked;
