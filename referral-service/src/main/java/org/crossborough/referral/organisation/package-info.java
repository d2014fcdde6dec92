/**
 * Organisations that refer, treat or deliver, their accreditation, and the machines acting for
 * boroughs.
 */
@NullMarked
package org.crossborough.referral.organisation;

import org.jspecify.annotations.NullMarked;
