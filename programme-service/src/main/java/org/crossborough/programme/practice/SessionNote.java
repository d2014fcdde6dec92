package org.crossborough.programme.practice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note about a session, on the group or on one man; his go when he is erased. */
@Entity
@Table(name = "session_note")
class SessionNote {

  /**
   * A note as facilitators and managers see it.
   *
   * @param enrolmentId the man it is about; absent for the group
   * @param text absent once it was erased
   */
  @Schema(name = "SessionNote")
  record View(
      UUID id,
      UUID sessionId,
      @Nullable UUID enrolmentId,
      @Nullable String text,
      Instant writtenAt,
      String writtenBy,
      boolean erased) {}

  @Id private UUID id;

  @Column(updatable = false)
  private UUID sessionId;

  @Column(updatable = false)
  private @Nullable UUID enrolmentId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  @Column(updatable = false)
  private String boroughCode;

  private @Nullable String text;

  @Column(updatable = false)
  private Instant writtenAt;

  @Column(updatable = false)
  private String writtenBy;

  private @Nullable Instant erasedAt;

  private SessionNote() {}

  static SessionNote of(RegisterSheet session, @Nullable UUID enrolmentId, String text, Act act) {
    SessionNote note = new SessionNote();
    note.id = Ids.next();
    note.sessionId = session.sessionId();
    note.enrolmentId = enrolmentId;
    note.boroughCode = session.boroughCode();
    note.text = text;
    note.writtenAt = act.at();
    note.writtenBy = act.by();
    return note;
  }

  void erase(Instant at) {
    if (erasedAt == null) {
      text = null;
      erasedAt = at;
    }
  }

  UUID id() {
    return id;
  }

  View view() {
    return new View(id, sessionId, enrolmentId, text, writtenAt, writtenBy, erasedAt != null);
  }
}
