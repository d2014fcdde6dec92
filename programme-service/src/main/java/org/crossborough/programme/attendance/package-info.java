/** What happened at a session, in codes and minutes. */
@NullMarked
package org.crossborough.programme.attendance;

import org.jspecify.annotations.NullMarked;
