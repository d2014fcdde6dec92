/** Attempts to reach a survivor, the rules that keep them safe, and what they amount to. */
@NullMarked
package org.crossborough.safety.contact;

import org.jspecify.annotations.NullMarked;
