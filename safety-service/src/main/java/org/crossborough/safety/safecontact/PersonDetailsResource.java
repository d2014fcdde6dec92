package org.crossborough.safety.safecontact;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.atrisk.AtRiskDetails;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.person.People;
import org.crossborough.safety.person.PersonDetails;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is known of a person at risk, as it becomes known; nothing that was known is lost. */
@Path("/v1/survivor-cases/{id}/details")
@Tag(name = "Survivor cases")
@RunOnVirtualThread
class PersonDetailsResource {

  private static final String DETAILS =
      """
      {"relationship":"EX_PARTNER","name":"Example Person","callerIdWithheld":true,
      "interpreterNeeded":false,"addressConfidential":true,"livesWithPerpetrator":"NO",
      "pregnantOrBabyUnder18Months":"UNKNOWN","substanceUseNeed":"UNKNOWN","safeTimes":[]}\
      """;

  private final SurvivorCases cases;
  private final People people;
  private final AtRiskPeople taken;
  private final CaseAudit audit;
  private final Clock clock;

  PersonDetailsResource(
      SurvivorCases cases, People people, AtRiskPeople taken, CaseAudit audit, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.taken = taken;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who changed her details when, with what they were then, newest first. */
  record History(AtRiskDetails.Source source, List<People.Known> changes) {}

  /** That something was kept, and the version a further change must name. */
  @Schema(name = "ChangedCase")
  record Changed(UUID id, long version) {}

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readPersonDetails", summary = "Her details in clear, audited first")
  @APIResponse(
      responseCode = "200",
      description = "The details",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonDetails.class),
              examples = @ExampleObject(name = "details", value = DETAILS)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response read(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER)
          @Parameter(required = true, description = ReadingPurpose.HELP, example = "FIRST_CONTACT")
          @Nullable String purpose) {
    SurvivorCases.Known survivorCase = cases.read(id, "READ_PERSON_DETAILS", purpose);
    PersonDetails details = people.details(survivorCase.personId()).orElseThrow(this::notFound);
    return Answers.ok(survivorCase.version(), ClearText.told(details));
  }

  @GET
  @Path("/history")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readDetailsHistory", summary = "Who changed her details when")
  @APIResponse(
      responseCode = "200",
      description = "The changes since she was taken in, newest first, in clear",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = History.class),
              examples =
                  @ExampleObject(
                      name = "history",
                      value = "{\"source\":\"PERPETRATOR\",\"changes\":[]}")))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public JsonNode history(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER)
          @Parameter(required = true, description = ReadingPurpose.HELP, example = "CASE_REVIEW")
          @Nullable String purpose) {
    UUID personId = cases.read(id, "READ_DETAILS_HISTORY", purpose).personId();
    PersonalKey key = taken.key(personId).orElseThrow(this::notFound);
    return ClearText.told(new History(taken.source(personId), people.history(personId, key)));
  }

  @PUT
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "changePersonDetails", summary = "Put her details right")
  @APIResponse(
      responseCode = "200",
      description = "Kept as a new version",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Changed.class),
              examples =
                  @ExampleObject(
                      name = "changed",
                      value = "{\"id\":\"019bb9a0-7c1e-7000-8000-00000000c001\",\"version\":5}")))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response change(
      UUID id, @Valid @NotNull PersonDetails details, @Context HttpHeaders headers) {
    SurvivorCases.Known survivorCase = cases.seen(id, headers);
    details.refuseUnlessSound();
    PersonalKey key = taken.key(survivorCase.personId()).orElseThrow(this::notFound);
    Instant now = clock.instant();
    people.change(survivorCase.personId(), details, key, audit.actor(), now);
    cases.livesIn(id, details.boroughCode());
    audit.done("CHANGE_PERSON_DETAILS", id);
    long version = cases.changed(id).version();
    return Answers.ok(version, new Changed(id, version));
  }

  private RuntimeException notFound() {
    return RequestProblem.NOT_FOUND.builder().build();
  }
}
