/** The public API as a caller sees it: one desk for each kind of person or machine that uses it. */
@NullMarked
package org.crossborough.platform.driver;

import org.jspecify.annotations.NullMarked;
