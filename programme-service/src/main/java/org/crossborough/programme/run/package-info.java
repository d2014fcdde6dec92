/** A dated delivery of a programme in one borough. */
@NullMarked
package org.crossborough.programme.run;

import org.jspecify.annotations.NullMarked;
