/** The service as its tests speak to it. */
@NullMarked
package org.crossborough.programme.driver;

import org.jspecify.annotations.NullMarked;
