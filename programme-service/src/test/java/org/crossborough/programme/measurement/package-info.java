/** Measured by hand, never asserted: {@code mvn test -pl programme-service -Dtest=FlatCost}. */
@NullMarked
package org.crossborough.programme.measurement;

import org.jspecify.annotations.NullMarked;
