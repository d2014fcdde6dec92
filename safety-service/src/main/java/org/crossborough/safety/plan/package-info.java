/** What a survivor and her worker agreed to do to keep her safe. */
@NullMarked
package org.crossborough.safety.plan;

import org.jspecify.annotations.NullMarked;
