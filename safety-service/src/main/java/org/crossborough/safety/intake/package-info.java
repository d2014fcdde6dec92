/** The write-only, sealed way in for at-risk details. */
@NullMarked
package org.crossborough.safety.intake;

import org.jspecify.annotations.NullMarked;
