/** That a caller holds the key its token is bound to (RFC 9449). */
@NullMarked
package org.crossborough.safety.possession;

import org.jspecify.annotations.NullMarked;
