/** What happened to a survivor since her case began, and whether she feels safer. */
@NullMarked
package org.crossborough.safety.incident;

import org.jspecify.annotations.NullMarked;
