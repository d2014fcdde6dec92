/** The servers as containers, for tests on machines where an engine is at hand. */
@NullMarked
package org.crossborough.local.container;

import org.jspecify.annotations.NullMarked;
