/** What a practitioner sees and filters: who is where, what is due next, and whose it is. */
@NullMarked
package org.crossborough.referral.caselist;

import org.jspecify.annotations.NullMarked;
