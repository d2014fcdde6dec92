/** The man a referral is about. */
@NullMarked
package org.crossborough.referral.person;

import org.jspecify.annotations.NullMarked;
