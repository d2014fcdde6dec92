/** Stops on a man's programme, and the release to start. */
@NullMarked
package org.crossborough.safety.hold;

import org.jspecify.annotations.NullMarked;
