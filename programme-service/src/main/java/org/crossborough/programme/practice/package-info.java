/** What facilitators write about the work: session notes and exercises, for their side alone. */
@NullMarked
package org.crossborough.programme.practice;

import org.jspecify.annotations.NullMarked;
