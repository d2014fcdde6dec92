/** Programmes as designed: in versions that are superseded, never changed. */
@NullMarked
package org.crossborough.programme.template;

import org.jspecify.annotations.NullMarked;
