/** One man on one run, from his place to his completion or exit. */
@NullMarked
package org.crossborough.programme.enrolment;

import org.jspecify.annotations.NullMarked;
