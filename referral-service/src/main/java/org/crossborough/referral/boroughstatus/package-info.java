/** The words in which a borough is told how far its referral has come. */
@NullMarked
package org.crossborough.referral.boroughstatus;

import org.jspecify.annotations.NullMarked;
