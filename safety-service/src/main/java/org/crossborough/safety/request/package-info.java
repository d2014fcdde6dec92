/**
 * What a survivor asks about her own record: what is held, to correct it, to delete it, who read
 * it.
 */
@NullMarked
package org.crossborough.safety.request;

import org.jspecify.annotations.NullMarked;
