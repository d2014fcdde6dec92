/** Appointments for assessments, for the calendars of those who hold them. */
@NullMarked
package org.crossborough.referral.calendar;

import org.jspecify.annotations.NullMarked;
