package org.crossborough.safety.safecontact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.NoDetails;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.PointMarks;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The ways to reach her, and how each may be used. What a way is never changes: a wrong one is
 * taken out of use and the right one added, so that no letter goes to an address that once was
 * another.
 */
@Path("/v1/survivor-cases/{id}/contact-points")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class ContactPointResource {

  private static final String MARKED =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000d001","type":"PHONE","marks":{"safe":"YES",
      "verifiedBySurvivor":true,"safeVoicemail":"NO","safeToText":"YES","safeToPost":"NO",
      "perpetratorHasAccess":"NO"},"version":3}\
      """;

  private final SurvivorCases cases;
  private final AtRiskPeople people;
  private final CaseAudit audit;
  private final Clock clock;

  ContactPointResource(SurvivorCases cases, AtRiskPeople people, CaseAudit audit, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** A contact point without what it is, and the version a further change of the case must name. */
  record MarkedPoint(UUID id, ContactPointType type, PointMarks marks, long version) {}

  /** Who marked which of her contact points how, oldest first. */
  record PointHistory(List<AtRiskPeople.PointChange> changes) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "addContactPoint", summary = "Add a way to reach her")
  @APIResponse(
      responseCode = "201",
      description = "Kept; what it is, is not repeated",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MarkedPoint.class),
              examples = @ExampleObject(name = "added", value = MARKED)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "She has too many contact points")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response add(
      UUID id, @Valid @NotNull NewContactPoint added, @Context HttpHeaders headers) {
    SurvivorCases.Known survivorCase = cases.seen(id, headers);
    added.refuseUnlessSound();
    requireReadable(survivorCase);
    UUID pointId =
        people
            .addPoint(
                survivorCase.personId(),
                added.point(),
                added.marks(),
                audit.actor(),
                clock.instant())
            .orElseThrow(
                () -> SafeContactProblem.TOO_MANY_POINTS.because("Take one out of use first."));
    audit.done("ADD_CONTACT_POINT", id);
    long version = cases.changed(id).version();
    return Answers.created(
        "/v1/survivor-cases/%s/contact-points/%s".formatted(id, pointId),
        version,
        new MarkedPoint(pointId, added.type(), added.marks(), version));
  }

  @PUT
  @Path("/{pointId}")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "markContactPoint", summary = "Say how a way to reach her may be used")
  @APIResponse(
      responseCode = "200",
      description = "Marked from now on; how it was marked before stays on record",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MarkedPoint.class),
              examples = @ExampleObject(name = "marked", value = MARKED)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case or point, whatever the reason")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response mark(
      UUID id, UUID pointId, @Valid @NotNull PointMarks marks, @Context HttpHeaders headers) {
    UUID personId = cases.seen(id, headers).personId();
    return changed(
        id,
        "MARK_CONTACT_POINT",
        people.mark(personId, pointId, marks, audit.actor(), clock.instant()));
  }

  @POST
  @Path("/{pointId}/retirement")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "retireContactPoint", summary = "Take a way to reach her out of use")
  @APIResponse(
      responseCode = "200",
      description = "Out of use for good",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MarkedPoint.class),
              examples = @ExampleObject(name = "retired", value = MARKED)))
  @APIResponse(responseCode = "404", description = "No such case or point, whatever the reason")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response retire(
      UUID id, UUID pointId, @Nullable NoDetails none, @Context HttpHeaders headers) {
    UUID personId = cases.seen(id, headers).personId();
    return changed(
        id,
        "RETIRE_CONTACT_POINT",
        people.retire(personId, pointId, audit.actor(), clock.instant()));
  }

  @GET
  @Path("/history")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readContactPointHistory", summary = "Who marked what how, and when")
  @APIResponse(
      responseCode = "200",
      description = "The changes, oldest first, without what the points are",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PointHistory.class),
              examples = @ExampleObject(name = "history", value = "{\"changes\":[]}")))
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public PointHistory history(UUID id) {
    audit.reading("READ_CONTACT_POINT_HISTORY", id, "SAFE_CONTACT");
    return new PointHistory(people.pointHistory(cases.known(id).personId()));
  }

  private void requireReadable(SurvivorCases.Known survivorCase) {
    if (people.key(survivorCase.personId()).isEmpty()) {
      throw RequestProblem.NOT_FOUND.builder().build();
    }
  }

  private Response changed(UUID id, String action, Optional<PointMark> changed) {
    PointMark point = changed.orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    audit.done(action, id);
    long version = cases.changed(id).version();
    return Answers.ok(version, new MarkedPoint(point.id(), point.type(), point.marks(), version));
  }
}
