/** What a man may ask for, how long he is remembered, and who may have him forgotten. */
@NullMarked
package org.crossborough.referral.rights;

import org.jspecify.annotations.NullMarked;
