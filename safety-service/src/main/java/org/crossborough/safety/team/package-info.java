/** Who works with the cases of which borough. */
@NullMarked
package org.crossborough.safety.team;

import org.jspecify.annotations.NullMarked;
