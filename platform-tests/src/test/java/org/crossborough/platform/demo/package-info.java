/** The stories' own arithmetic. */
@NullMarked
package org.crossborough.platform.demo;

import org.jspecify.annotations.NullMarked;
