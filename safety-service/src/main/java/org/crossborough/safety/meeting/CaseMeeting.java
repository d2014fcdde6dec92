package org.crossborough.safety.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.Immutable;

/** One meeting: when it was, and in which roles people were there. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class CaseMeeting {

  @Id private UUID id;
  private LocalDate heldOn;
  private List<String> attendees;
  private Instant recordedAt;
  private String recordedBy;

  private CaseMeeting() {}

  static CaseMeeting of(
      LocalDate heldOn, Collection<MeetingRole> attendees, String by, Instant at) {
    CaseMeeting meeting = new CaseMeeting();
    meeting.id = Ids.next();
    meeting.heldOn = heldOn;
    meeting.attendees = attendees.stream().map(Enum::name).toList();
    meeting.recordedAt = at;
    meeting.recordedBy = by;
    return meeting;
  }

  UUID id() {
    return id;
  }

  LocalDate heldOn() {
    return heldOn;
  }

  CaseMeetings.Meeting view() {
    return new CaseMeetings.Meeting(
        id, heldOn, attendees.stream().map(MeetingRole::valueOf).toList(), recordedAt);
  }
}
