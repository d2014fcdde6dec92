package org.crossborough.referral.screening;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Screenings over HTTP. */
@Path("/v1/screenings")
@Tag(name = "Screenings", description = "The first filter, made by a keyworker.")
@RunOnVirtualThread
class ScreeningResource {

  private static final long NEVER_CHANGED = 0;

  private final Screenings screenings;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;

  ScreeningResource(Screenings screenings, Outbox outbox, Caller caller, Clock clock) {
    this.screenings = screenings;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.BOROUGH_SYSTEM, Roles.DRUG_ALCOHOL_WORKER})
  @Operation(operationId = "recordScreening", summary = "Record a screening")
  @APIResponse(
      responseCode = "201",
      description = "The screening, recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Screening.ScreeningView.class),
              examples = @ExampleObject(name = "screening", value = Screening.EXAMPLE)))
  public Response record(@NotNull @Valid RecordScreening form) {
    Occasion occasion = Occasion.of(clock, caller);
    require(form, occasion);
    Screening screening = Screening.of(Ids.next(), form, occasion);
    screenings.persist(screening);
    outbox.publish(screening.recorded());
    Screening.ScreeningView view = screening.view();
    return Answers.created("/v1/screenings/" + view.id(), NEVER_CHANGED, view);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({
    Roles.BOROUGH_SYSTEM,
    Roles.DRUG_ALCOHOL_WORKER,
    Roles.COORDINATOR,
    Roles.ASSESSOR
  })
  @Operation(operationId = "getScreening", summary = "Read a screening")
  @APIResponse(
      responseCode = "200",
      description = "The screening",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Screening.ScreeningView.class),
              examples = @ExampleObject(name = "screening", value = Screening.EXAMPLE)))
  public Response get(UUID id) {
    return screenings
        .findByIdOptional(id)
        .map(screening -> Answers.ok(NEVER_CHANGED, screening.view()))
        .orElseThrow(
            () -> ScreeningProblem.NOT_FOUND.because("No screening of yours has this id."));
  }

  private void require(RecordScreening form, Occasion occasion) {
    Findings findings =
        ScreeningRule.of(new ScreeningRule.Sent(form, caller.borough(), occasion.at()));
    findings.when(
        !screenings.hasInstrument(form.instrumentCode(), form.instrumentVersion()),
        "instrumentCode",
        "UNKNOWN_INSTRUMENT",
        "no such version of an instrument is registered");
    findings.refuse();
  }
}
