/**
 * Screening instruments: questionnaires and their rules, held as data and never changed once used.
 */
@NullMarked
package org.crossborough.referral.instrument;

import org.jspecify.annotations.NullMarked;
