/** What a platform holds, held against what was acknowledged and refused. */
@NullMarked
package org.crossborough.platform.oracle;

import org.jspecify.annotations.NullMarked;
