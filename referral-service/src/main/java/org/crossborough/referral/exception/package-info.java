/** Exceptions to the receipt for people at risk: proposed by one person, decided by another. */
@NullMarked
package org.crossborough.referral.exception;

import org.jspecify.annotations.NullMarked;
