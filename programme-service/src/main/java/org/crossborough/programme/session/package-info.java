/** The occurrences of a run, from the timetable to being held. */
@NullMarked
package org.crossborough.programme.session;

import org.jspecify.annotations.NullMarked;
