/** Referrals of survivors to the multi-agency conference (MARAC) of their own borough. */
@NullMarked
package org.crossborough.safety.marac;

import org.jspecify.annotations.NullMarked;
