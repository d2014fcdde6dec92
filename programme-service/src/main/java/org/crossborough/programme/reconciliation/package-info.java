/** Proves that the minutes kept with an enrolment are those its logs give, and repairs them. */
@NullMarked
package org.crossborough.programme.reconciliation;

import org.jspecify.annotations.NullMarked;
