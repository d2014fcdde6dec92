/** How far a man has come, looked at together with him at fixed times and after incidents. */
@NullMarked
package org.crossborough.programme.review;

import org.jspecify.annotations.NullMarked;
