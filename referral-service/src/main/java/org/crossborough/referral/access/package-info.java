/** Who may call what. */
@NullMarked
package org.crossborough.referral.access;

import org.jspecify.annotations.NullMarked;
