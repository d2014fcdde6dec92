/** The review of hand-overs that came from the wrong borough. */
@NullMarked
package org.crossborough.safety.quarantine;

import org.jspecify.annotations.NullMarked;
