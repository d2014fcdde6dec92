/** The second place where the audit's head is kept, and the program that compares. */
@NullMarked
package org.crossborough.safety.auditing;

import org.jspecify.annotations.NullMarked;
