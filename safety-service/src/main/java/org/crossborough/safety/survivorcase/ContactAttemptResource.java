package org.crossborough.safety.survivorcase;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.contact.AttemptedCase;
import org.crossborough.safety.contact.ContactAttemptView;
import org.crossborough.safety.contact.ContactAttempts;
import org.crossborough.safety.contact.ContactChannel;
import org.crossborough.safety.contact.ContactContent;
import org.crossborough.safety.contact.ContactOutcome;
import org.crossborough.safety.contact.ReportedAttempt;
import org.crossborough.safety.contact.SupportAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The recording of attempts to reach a survivor, under the rules of safe contact. */
@Path("/v1/survivor-cases/{id}/contact-attempts")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class ContactAttemptResource {

  private final SurvivorCases cases;
  private final ContactAttempts attempts;
  private final CaseAudit audit;
  private final Clock clock;

  ContactAttemptResource(
      SurvivorCases cases, ContactAttempts attempts, CaseAudit audit, Clock clock) {
    this.cases = cases;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
  }

  /** The attempt, and where the case stands with it. */
  record RecordedAttempt(
      UUID id,
      int attemptNo,
      Instant attemptedAt,
      ContactChannel channel,
      @Nullable UUID contactPointId,
      ContactOutcome outcome,
      boolean twoWay,
      @Nullable Integer durationMinutes,
      @Nullable SupportAnswer supportAccepted,
      List<ContactContent> content,
      SurvivorCaseStatus caseStatus,
      int contactTier) {

    static RecordedAttempt of(ContactAttemptView attempt, SurvivorCase survivorCase) {
      return new RecordedAttempt(
          attempt.id(),
          attempt.attemptNo(),
          attempt.attemptedAt(),
          attempt.channel(),
          attempt.contactPointId(),
          attempt.outcome(),
          attempt.twoWay(),
          attempt.durationMinutes(),
          attempt.supportAccepted(),
          attempt.content(),
          survivorCase.status(),
          survivorCase.contactTier());
    }
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The ETag last read; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(operationId = "recordContactAttempt", summary = "Record an attempt to reach her")
  @APIResponse(
      responseCode = "201",
      description = "The attempt is recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RecordedAttempt.class),
              examples =
                  @ExampleObject(
                      name = "attempt",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000e001","attemptNo":1,
                          "attemptedAt":"2026-01-14T10:30:00Z","channel":"PHONE",
                          "outcome":"SPOKE_TO_SURVIVOR","twoWay":true,"durationMinutes":20,
                          "supportAccepted":"YES","content":["SAFETY_PLANNING"],
                          "caseStatus":"ACTIVE_SUPPORT","contactTier":3}\
                          """)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Not safe, and no reason was given")
  public Response record(
      UUID id, @Valid @NotNull ReportedAttempt reported, @Context HttpHeaders headers) {
    SurvivorCase survivorCase = cases.require(id, headers);
    Instant now = clock.instant();
    AttemptedCase attempted =
        new AttemptedCase(id, survivorCase.personId(), survivorCase.nextAttemptNo());
    ContactAttempts.Recorded recorded = attempts.record(attempted, reported, audit.actor(), now);
    cases.attempted(survivorCase, recorded, Decision.of(audit.actor(), now));
    audit.done("RECORD_CONTACT_ATTEMPT", id);
    String path =
        "/v1/survivor-cases/%s/contact-attempts/%s".formatted(id, recorded.attempt().id());
    return Answers.created(
        path, survivorCase.version(), RecordedAttempt.of(recorded.attempt(), survivorCase));
  }
}
