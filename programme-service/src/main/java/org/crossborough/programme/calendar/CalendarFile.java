package org.crossborough.programme.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/**
 * Appointments as an iCalendar file (RFC 5545). A session keeps its UID for ever; SEQUENCE rises
 * when its plan changes, and a cancelled session stays, CANCELLED, so that it leaves the calendars
 * it is in. No man is named, and of men not even the number: the file is kept outside.
 */
final class CalendarFile {

  static final String MEDIA_TYPE = "text/calendar;charset=utf-8";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private CalendarFile() {}

  /**
   * Writes the file.
   *
   * @param withVenue whether the reader may take the place along
   */
  static String of(List<Appointment> appointments, boolean withVenue) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Crossborough//Sessions//EN");
    calendar.setMethod("PUBLISH");
    appointments.forEach(appointment -> calendar.addEvent(event(appointment, withVenue)));
    return calendar.write();
  }

  private static VEvent event(Appointment appointment, boolean withVenue) {
    VEvent event = new VEvent();
    event.setUid(appointment.sessionId().toString());
    event.setSequence(appointment.sequence());
    event.setDateTimeStamp(Date.from(appointment.changedAt()));
    event.setLastModified(Date.from(appointment.changedAt()));
    event.setDateStart(instant(appointment.starts()));
    event.setDateEnd(instant(appointment.ends()));
    event.setSummary("%s, session %d".formatted(appointment.title(), appointment.index()));
    event.setClassification("PRIVATE");
    event.setStatus(appointment.isCancelled() ? Status.cancelled() : Status.confirmed());
    if (withVenue && appointment.venue() != null) {
      event.setLocation(appointment.venue());
    }
    return event;
  }

  /** In UTC: every event has its own date, so no zone needs to be described in the file. */
  private static Date instant(LocalDateTime london) {
    return Date.from(london.atZone(LONDON).toInstant());
  }
}
