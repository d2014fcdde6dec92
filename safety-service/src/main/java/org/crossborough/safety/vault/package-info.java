/** Values that nobody reads without the key of the person they belong to. */
@NullMarked
package org.crossborough.safety.vault;

import org.jspecify.annotations.NullMarked;
