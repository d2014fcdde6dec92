/** The man's name, as the referral side tells it. */
@NullMarked
package org.crossborough.safety.participant;

import org.jspecify.annotations.NullMarked;
