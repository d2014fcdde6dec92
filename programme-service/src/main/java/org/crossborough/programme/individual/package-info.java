/** A man alone with a facilitator before the group begins. */
@NullMarked
package org.crossborough.programme.individual;

import org.jspecify.annotations.NullMarked;
