package org.crossborough.safety.marac;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a referral to the conference: its meeting, what was agreed there, its end. */
@Path("/v1/survivor-cases/{id}/marac-referrals/{maracId}")
@Tag(name = "MARAC referrals")
@RunOnVirtualThread
class MaracOutcomeResource {

  private static final int LONGEST = 2000;

  private final Casebook casebook;
  private final MaracReferrals referrals;
  private final Clock clock;

  MaracOutcomeResource(Casebook casebook, MaracReferrals referrals, Clock clock) {
    this.casebook = casebook;
    this.referrals = referrals;
    this.clock = clock;
  }

  /** The day of the meeting that is to hear it. */
  @Schema(name = "MaracListing", examples = "{\"meetingOn\":\"2026-02-19\"}")
  record Listing(@NotNull LocalDate meetingOn) {}

  /** What was agreed on the day. */
  @Schema(
      name = "MaracHearing",
      examples =
          """
          {"heardOn":"2026-02-19","actions":[{"owner":"POLICE","dueOn":"2026-02-26",
           "action":"Mark her address for an urgent answer"}]}\
          """)
  record Hearing(
      @NotNull LocalDate heardOn, @NotNull @Size(max = 40) List<@NotNull @Valid Agreed> actions) {}

  /** One action that an agency took on. */
  @Schema(name = "MaracAgreedAction")
  record Agreed(
      MaracAction.@NotNull Owner owner, @NotNull LocalDate dueOn, @NotNull Secret action) {}

  /** Why nothing more is to be done, in a code. */
  @Schema(name = "MaracClosure", examples = "{\"reasonCode\":\"ACTIONS_DONE\"}")
  record Closure(@NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String reasonCode) {}

  /** On which day an action was done. */
  @Schema(name = "MaracActionCompletion", examples = "{\"doneOn\":\"2026-02-25\"}")
  record Completion(@NotNull LocalDate doneOn) {}

  /** An action that is done. */
  @Schema(name = "MaracActionDone")
  record ActionDone(UUID id, @Nullable LocalDate doneOn, long version) {}

  @POST
  @Path("/listing")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listForMarac", summary = "Say which day's meeting is to hear it")
  @APIResponse(
      responseCode = "200",
      description = "Listed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MaracReferrals.Brief.class),
              examples = @ExampleObject(name = "listed", value = MaracResource.BRIEF)))
  @APIResponse(responseCode = "400", description = "The day is before the referral's")
  @APIResponse(responseCode = "404", description = "No such case or referral")
  @APIResponse(responseCode = "409", description = "Not from where the referral stands")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response list(
      UUID id, UUID maracId, @Valid @NotNull Listing listing, @Context HttpHeaders headers) {
    var _ = casebook.changeIn(id);
    MaracReferral referral = seen(id, maracId, headers);
    new Faults().notBefore("meetingOn", listing.meetingOn(), referral.referredOn()).refuse();
    return moved(referral, "LIST_FOR_MARAC", null, d -> referral.list(listing.meetingOn(), d));
  }

  @POST
  @Path("/hearing")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "recordMaracHearing", summary = "Record what the meeting agreed")
  @APIResponse(
      responseCode = "200",
      description = "Heard; the answer does not repeat what was agreed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MaracReferrals.Brief.class),
              examples = @ExampleObject(name = "heard", value = MaracResource.BRIEF)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case or referral")
  @APIResponse(responseCode = "409", description = "Not from where the referral stands")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response hear(
      UUID id, UUID maracId, @Valid @NotNull Hearing hearing, @Context HttpHeaders headers) {
    OpenCase open = casebook.changeIn(id);
    MaracReferral referral = seen(id, maracId, headers);
    refuseUnlessSound(hearing, referral, clock.instant());
    for (Agreed agreed : hearing.actions()) {
      referrals
          .getEntityManager()
          .persist(
              MaracAction.sealed(
                  maracId, agreed.owner(), agreed.dueOn(), agreed.action(), open.key()));
    }
    return moved(referral, "HEAR_AT_MARAC", null, d -> referral.hear(hearing.heardOn(), d));
  }

  @POST
  @Path("/closure")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "closeMaracReferral",
      summary = "Close a referral, when what was agreed is done")
  @APIResponse(
      responseCode = "200",
      description = "Closed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MaracReferrals.Brief.class),
              examples = @ExampleObject(name = "closed", value = MaracResource.BRIEF)))
  @APIResponse(responseCode = "404", description = "No such case or referral")
  @APIResponse(responseCode = "409", description = "An action is open, or it is closed already")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response close(
      UUID id, UUID maracId, @Valid @NotNull Closure closure, @Context HttpHeaders headers) {
    var _ = casebook.changeIn(id);
    MaracReferral referral = seen(id, maracId, headers);
    if (referrals.actions(maracId).stream().anyMatch(MaracAction::isOpen)) {
      throw MaracProblem.ACTION_OPEN.because("Say first when each action was done.");
    }
    return moved(referral, "CLOSE_MARAC", closure.reasonCode(), referral::close);
  }

  @POST
  @Path("/actions/{actionId}/completion")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "completeMaracAction", summary = "Say when an action was done")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ActionDone.class),
              examples =
                  @ExampleObject(
                      name = "done",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000bb01","doneOn":"2026-02-25",
                          "version":1}\
                          """)))
  @APIResponse(responseCode = "400", description = "The day has not come")
  @APIResponse(responseCode = "404", description = "No such case, referral or action")
  @APIResponse(responseCode = "409", description = "Done before")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response complete(
      UUID id,
      UUID maracId,
      UUID actionId,
      @Valid @NotNull Completion completion,
      @Context HttpHeaders headers) {
    var _ = casebook.changeIn(id);
    MaracAction action = referrals.action(referrals.require(id, maracId).id(), actionId);
    EntityVersion.require(headers, action.version());
    new Faults().past("doneOn", completion.doneOn(), clock.instant()).refuse();
    action.done(completion.doneOn(), casebook.actor());
    referrals.flush();
    casebook.done("COMPLETE_MARAC_ACTION", id);
    return Answers.ok(action.version(), action.doneView());
  }

  private static void refuseUnlessSound(Hearing hearing, MaracReferral referral, Instant now) {
    Faults faults =
        new Faults()
            .past("heardOn", hearing.heardOn(), now)
            .notBefore("heardOn", hearing.heardOn(), referral.referredOn());
    for (int i = 0; i < hearing.actions().size(); i++) {
      Agreed agreed = hearing.actions().get(i);
      var _ =
          faults
              .text("actions[%d].action".formatted(i), agreed.action(), LONGEST)
              .notBefore("actions[%d].dueOn".formatted(i), agreed.dueOn(), hearing.heardOn());
    }
    faults.refuse();
  }

  private MaracReferral seen(UUID id, UUID maracId, HttpHeaders headers) {
    MaracReferral referral = referrals.require(id, maracId);
    EntityVersion.require(headers, referral.version());
    return referral;
  }

  private Response moved(
      MaracReferral referral,
      String action,
      @Nullable String reasonCode,
      Function<MaracStatusChange.Decision, MaracStatusChange> verb) {
    referrals.keep(
        verb.apply(new MaracStatusChange.Decision(casebook.actor(), clock.instant(), reasonCode)));
    casebook.done(action, referral.caseId());
    return Answers.ok(referral.version(), referral.brief());
  }
}
