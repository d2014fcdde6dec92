/** Tests of the search for canaries. */
@NullMarked
package org.crossborough.platform.isolation.search;

import org.jspecify.annotations.NullMarked;
