/** Places that referrals were allocated to. */
@NullMarked
package org.crossborough.programme.allocation;

import org.jspecify.annotations.NullMarked;
