/** Programmes as designed: shipped, versioned, the same for every run. */
@NullMarked
package org.crossborough.programme.template;

import org.jspecify.annotations.NullMarked;
