package org.crossborough.referral.caselist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.ReferralsInSight.Sight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Giving a referral to somebody, over HTTP. */
@Path("/v1/referrals/{id}/assignment")
@Tag(name = "Case list", description = "Who is where, what is due next, and whose it is.")
@RunOnVirtualThread
class AssignmentResource {

  private static final String ME = "me";
  private static final String NOBODY = "nobody";
  private static final String EXAMPLE =
      """
      {"referralId":"0197f3a0-1c00-7000-8000-000000000001",
       "assignee":"7e57ab1e-0000-4000-8000-000000000001","assignedAt":"2026-01-07T09:00:00Z",
       "assignedBy":"demo-referral-coordinator"}
      """;

  private final ReferralsInSight referrals;
  private final Assignments assignments;
  private final Caller caller;
  private final Clock clock;

  AssignmentResource(
      ReferralsInSight referrals, Assignments assignments, Caller caller, Clock clock) {
    this.referrals = referrals;
    this.assignments = assignments;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.ASSESSOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "assignReferral",
      summary = "Give a referral to somebody",
      description =
          "To oneself with `me`, to nobody with `nobody`; an assessor gives to none but himself.")
  @APIResponse(
      responseCode = "200",
      description = "Whose it now is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AssignmentView.class),
              examples = @ExampleObject(name = "assignment", value = EXAMPLE)))
  public Response assign(
      UUID id, @NotNull @Valid AssignReferral body, @Context HttpHeaders headers) {
    body.findings(mayGiveToOthers()).refuse();
    Sight sight = referrals.require(id);
    // Nothing of the referral itself changes: the version is looked at when one is sent.
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      EntityVersion.require(headers, sight.version());
    }
    Occasion occasion = Occasion.of(clock, caller);
    String assignee = body.subject(caller.subject());
    assignments.assign(sight.id(), assignee, occasion);
    AssignmentView view = new AssignmentView(sight.id(), assignee, occasion.at(), occasion.by());
    return Answers.ok(sight.version(), view);
  }

  private boolean mayGiveToOthers() {
    return caller.hasRole(Roles.COORDINATOR) || caller.hasRole(Roles.PROGRAMME_MANAGER);
  }

  /** Whose a referral is; without an assignee it is nobody's. */
  record AssignmentView(
      UUID referralId, @Nullable String assignee, Instant assignedAt, String assignedBy) {}

  /**
   * Who is to have the referral.
   *
   * @param assignee {@code me}, {@code nobody}, or a person's subject at the identity provider
   */
  @Schema(
      examples =
"""
{"assignee":"me"}
""")
  record AssignReferral(
      @NotNull @Pattern(regexp = "me|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
          String assignee) {

    @Nullable String subject(String caller) {
      return switch (assignee) {
        case ME -> caller;
        case NOBODY -> null;
        default -> assignee;
      };
    }

    Findings findings(boolean mayGiveToOthers) {
      Findings findings = new Findings();
      findings.when(
          !mayGiveToOthers && !assignee.equals(ME),
          "assignee",
          "NOT_ONESELF",
          "an assessor takes a referral and gives it to nobody");
      return findings;
    }
  }
}
