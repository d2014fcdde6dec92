/** What support workers come to know of a person at risk, and how she can be reached safely. */
@NullMarked
package org.crossborough.safety.safecontact;

import org.jspecify.annotations.NullMarked;
