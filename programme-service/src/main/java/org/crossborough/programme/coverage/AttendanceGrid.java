package org.crossborough.programme.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.programme.attendance.AttendanceLog.Mark;
import org.crossborough.programme.participant.ParticipantName;
import org.crossborough.programme.session.SessionStatus;
import org.crossborough.programme.session.SessionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group's attendance at a glance: a row for each man, a cell for each of his marks. */
@Schema(name = "AttendanceGrid")
record AttendanceGrid(UUID runId, List<Column> sessions, List<Row> men) {

  /** One session of the run. */
  @Schema(name = "GridSession")
  record Column(UUID sessionId, int index, LocalDate date, SessionStatus status) {

    static Column of(SessionView session) {
      return new Column(session.id(), session.index(), session.date(), session.status());
    }
  }

  /** One man. Cells are given where there is a mark; a session without one has none. */
  @Schema(name = "GridRow")
  record Row(
      UUID enrolmentId,
      @Nullable ParticipantName participant,
      String status,
      int attendedMinutes,
      int countableMinutes,
      List<Cell> cells) {}

  /** What stands for a man at a session. */
  @Schema(name = "GridCell")
  record Cell(UUID sessionId, String code, int attendedMinutes, int countableMinutes) {

    static List<Cell> of(List<Mark> marks, Map<UUID, SessionView> sessions) {
      return marks.stream()
          .filter(mark -> sessions.containsKey(mark.sessionId()))
          .map(mark ->
              new Cell(
                  mark.sessionId(), mark.code(), mark.attendedMinutes(), mark.countableMinutes()))
          .toList();
    }
  }
}
