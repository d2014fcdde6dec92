package org.crossborough.referral.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it is shown.
 *
 * @param reasonCode why it was cancelled; absent otherwise
 */
record AppointmentView(
    UUID id,
    UUID referralId,
    Instant startsAt,
    int minutes,
    String place,
    Appointment.Format format,
    String assessor,
    LocalDate offeredOn,
    Appointment.Status status,
    Appointment.@Nullable Cancellation reasonCode,
    long version) {

  static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000041",
       "referralId":"0197f3a0-1c00-7000-8000-000000000001","startsAt":"2026-01-12T14:00:00Z",
       "minutes":60,"place":"Demo treatment service, room 2","format":"IN_PERSON",
       "assessor":"demo-assessor","offeredOn":"2026-01-08","status":"OFFERED","version":0}
      """;
  static final String LISTED_EXAMPLE =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000041",
       "referralId":"0197f3a0-1c00-7000-8000-000000000001","startsAt":"2026-01-12T14:00:00Z",
       "minutes":60,"place":"Demo treatment service, room 2","format":"IN_PERSON",
       "assessor":"demo-assessor","offeredOn":"2026-01-08","status":"NOT_ATTENDED","version":1}]}
      """;

  /** A page of appointments, for the description of the API. */
  @Schema(name = "AppointmentPage")
  record Listed(List<AppointmentView> items, @Nullable String next) {}
}
