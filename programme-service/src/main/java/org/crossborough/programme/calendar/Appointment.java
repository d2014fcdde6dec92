package org.crossborough.programme.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as those who lead it need it. It says how many men are expected, never who.
 *
 * @param expected men who have a place and were not suspended
 * @param sequence how often its plan changed
 * @param changedAt when it last did
 */
record Appointment(
    UUID sessionId,
    UUID runId,
    String title,
    int index,
    LocalDate date,
    LocalTime startTime,
    int plannedMinutes,
    String status,
    @Nullable String venue,
    String boroughCode,
    List<String> facilitators,
    int expected,
    int sequence,
    Instant changedAt) {

  LocalDateTime starts() {
    return date.atTime(startTime);
  }

  LocalDateTime ends() {
    return starts().plusMinutes(plannedMinutes);
  }

  boolean isCancelled() {
    return status.equals("CANCELLED");
  }

  View view() {
    return new View(
        sessionId,
        runId,
        title,
        index,
        date,
        startTime,
        plannedMinutes,
        status,
        venue,
        boroughCode,
        facilitators,
        expected);
  }

  /** An entry of a facilitator's day. */
  @Schema(name = "Appointment")
  record View(
      UUID sessionId,
      UUID runId,
      String title,
      int index,
      LocalDate date,
      @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:00")
          LocalTime startTime,
      int plannedMinutes,
      String status,
      @Nullable String venue,
      String boroughCode,
      List<String> facilitators,
      int expected) {}
}
