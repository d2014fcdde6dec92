/** What facilitators have before them, as a day's list and as calendars for their devices. */
@NullMarked
package org.crossborough.programme.calendar;

import org.jspecify.annotations.NullMarked;
