/** What must be shown about the man; told by others, forgotten when they say so. */
@NullMarked
package org.crossborough.programme.participant;

import org.jspecify.annotations.NullMarked;
