package org.crossborough.referral.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.util.Date;
import java.util.List;

/**
 * Appointments as an iCalendar file (RFC 5545). An appointment keeps its UID for ever; SEQUENCE
 * rises when something becomes of it, and a cancelled one stays, CANCELLED, so that it leaves the
 * calendars it is in. No man is named: the file is kept outside.
 */
final class CalendarFile {

  static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

  private CalendarFile() {}

  static String of(List<CalendarEntry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Crossborough//Assessments//EN");
    calendar.setMethod("PUBLISH");
    entries.forEach(entry -> calendar.addEvent(event(entry)));
    return calendar.write();
  }

  private static VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent();
    event.setUid(entry.id());
    event.setSequence(entry.sequence());
    event.setDateTimeStamp(Date.from(entry.changedAt()));
    event.setLastModified(Date.from(entry.changedAt()));
    // In UTC: every event has its own date, so no zone needs to be described in the file.
    event.setDateStart(Date.from(entry.startsAt()));
    event.setDateEnd(Date.from(entry.endsAt()));
    event.setSummary("Assessment " + entry.reference());
    event.setClassification("PRIVATE");
    event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
    if (!entry.place().isEmpty()) {
      event.setLocation(entry.place());
    }
    return event;
  }
}
