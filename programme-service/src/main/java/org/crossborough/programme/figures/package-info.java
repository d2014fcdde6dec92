/** The programme's figures: how many started, stayed, completed, and for how many hours. */
@NullMarked
package org.crossborough.programme.figures;

import org.jspecify.annotations.NullMarked;
