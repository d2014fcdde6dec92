/** What the tests of this service do through its API, in the words of the field. */
@NullMarked
package org.crossborough.safety.driver;

import org.jspecify.annotations.NullMarked;
