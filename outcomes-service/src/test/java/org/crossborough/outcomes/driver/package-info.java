/** What tests say to the service under test, and to it on behalf of other services. */
@NullMarked
package org.crossborough.outcomes.driver;

import org.jspecify.annotations.NullMarked;
