/** Processes that outlive the command that started them. */
@NullMarked
package org.crossborough.local.process;

import org.jspecify.annotations.NullMarked;
