/**
 * One man referred by several boroughs: found by keyed tokens, decided by a coordinator, shown to
 * no borough.
 */
@NullMarked
package org.crossborough.referral.duplicate;

import org.jspecify.annotations.NullMarked;
