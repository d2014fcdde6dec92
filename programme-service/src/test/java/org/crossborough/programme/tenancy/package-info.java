/** What one borough can see of another: nothing. */
@NullMarked
package org.crossborough.programme.tenancy;

import org.jspecify.annotations.NullMarked;
