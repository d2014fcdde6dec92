package org.crossborough.referral.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.lifecycle.MoveReferral;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Appointments for assessments over HTTP. */
@Path("/v1/referrals/{id}/assessment-appointments")
@Tag(name = "Assessment", description = "Appointments, agreements and suitability.")
@RunOnVirtualThread
@Transactional
class AppointmentResource {

  private final MoveReferral referrals;
  private final AssessmentRecords records;

  AppointmentResource(MoveReferral referrals, AssessmentRecords records) {
    this.referrals = referrals;
    this.records = records;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR})
  @Operation(
      operationId = "offerAppointment",
      summary = "Offer an appointment",
      description = "The first one moves the referral to ASSESSMENT_OFFERED.")
  @APIResponse(
      responseCode = "201",
      description = "The appointment, offered",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AppointmentView.class),
              examples = @ExampleObject(name = "appointment", value = AppointmentView.EXAMPLE)))
  public Response offer(
      UUID id, @NotNull @Valid OfferAppointment body, @Context HttpHeaders headers) {
    ReferralCase referral = referrals.open(id, headers);
    Occasion occasion = referrals.occasion();
    body.requireSound(occasion);
    referral.invite(body.day(occasion), occasion);
    Appointment appointment = Appointment.offer(referral, body, occasion);
    records.add(appointment);
    return Answers.created(
        "/v1/referrals/" + id + "/assessment-appointments/" + appointment.id(),
        appointment.version(),
        appointment.view());
  }

  @GET
  @Disclosing("APPOINTMENTS")
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "listAppointments", summary = "List appointments, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of the referral's appointments",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AppointmentView.Listed.class),
              examples =
                  @ExampleObject(name = "appointments", value = AppointmentView.LISTED_EXAMPLE)))
  public Response list(
      UUID id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    referrals.requireVisible(id);
    List<Appointment> rows =
        records.newestFirst(Appointment.class, id, Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, Appointment::id, Appointment::view), request);
  }

  @GET
  @Path("{appointmentId}")
  @Disclosing("APPOINTMENTS")
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "getAppointment", summary = "Read an appointment")
  @APIResponse(
      responseCode = "200",
      description = "The appointment",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AppointmentView.class),
              examples = @ExampleObject(name = "appointment", value = AppointmentView.EXAMPLE)))
  public Response get(UUID id, UUID appointmentId) {
    Appointment appointment = records.requireAppointment(id, appointmentId);
    return Answers.ok(appointment.version(), appointment.view());
  }

  @POST
  @Path("{appointmentId}/non-attendance")
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR})
  @Operation(operationId = "missAppointment", summary = "Record that the man did not come")
  public Response miss(
      UUID id, UUID appointmentId, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return close(id, appointmentId, headers, Appointment::miss);
  }

  @POST
  @Path("{appointmentId}/cancellation")
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR})
  @Operation(operationId = "cancelAppointment", summary = "Cancel an appointment")
  public Response cancel(
      UUID id,
      UUID appointmentId,
      @NotNull @Valid CancelAppointment body,
      @Context HttpHeaders headers) {
    body.findings().refuse();
    return close(
        id,
        appointmentId,
        headers,
        (appointment, occasion) -> appointment.cancel(body.reasonCode, occasion));
  }

  private Response close(
      UUID id, UUID appointmentId, HttpHeaders headers, BiConsumer<Appointment, Occasion> closing) {
    // Locked, so that closing the referral counts what was missed once and for all.
    var _ = referrals.open(id);
    Appointment appointment = records.requireAppointment(id, appointmentId);
    EntityVersion.require(headers, appointment.version());
    closing.accept(appointment, referrals.occasion());
    records.flush();
    return Answers.ok(appointment.version(), appointment.view());
  }

  /** Why an appointment does not take place. */
  @Schema(
      examples =
"""
{"reasonCode":"MAN_ASKED"}
""")
  record CancelAppointment(@NotNull Appointment.Cancellation reasonCode) {

    Findings findings() {
      Findings findings = new Findings();
      findings.when(
          reasonCode == Appointment.Cancellation.REFERRAL_ENDED,
          "reasonCode",
          "NOT_GIVEN",
          "is recorded by the service itself when the referral ends");
      return findings;
    }
  }
}
