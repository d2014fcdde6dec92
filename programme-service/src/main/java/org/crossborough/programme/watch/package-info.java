/** What somebody must be told of while it can still be put right. */
@NullMarked
package org.crossborough.programme.watch;

import org.jspecify.annotations.NullMarked;
