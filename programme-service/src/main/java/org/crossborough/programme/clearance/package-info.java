/** Whether a man may start: a yes, and holds without a reason. */
@NullMarked
package org.crossborough.programme.clearance;

import org.jspecify.annotations.NullMarked;
