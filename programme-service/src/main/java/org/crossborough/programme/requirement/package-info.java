/** What a programme asks of a man before it is done, whichever version of its design he is on. */
@NullMarked
package org.crossborough.programme.requirement;

import org.jspecify.annotations.NullMarked;
