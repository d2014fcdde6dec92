package org.crossborough.safety.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.person.People;
import org.crossborough.safety.person.PersonDetails;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.Secret;
import org.crossborough.safety.vault.Shredding;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Her own requests: a copy of what is held, its correction, its deletion, and who has read it. */
@Path("/v1/survivor-cases/{id}")
@Tag(name = "Her own requests", description = "What a survivor asks about her own record")
@RunOnVirtualThread
class SurvivorRequestResource {

  private static final int LONGEST_WORDING = 2000;
  private static final String REQUEST =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000ab01","kind":"DELETION","receivedOn":"2026-02-02",
      "recordedAt":"2026-02-02T10:00:00Z","version":0}\
      """;

  private final SurvivorCases cases;
  private final SurvivorRequests requests;
  private final HerCopy copy;
  private final AtRiskPeople people;
  private final People known;
  private final ContactTasks tasks;
  private final Shredding shredding;
  private final CaseAudit audit;
  private final Clock clock;

  SurvivorRequestResource(
      SurvivorCases cases,
      SurvivorRequests requests,
      HerCopy copy,
      AtRiskPeople people,
      People known,
      ContactTasks tasks,
      Shredding shredding,
      CaseAudit audit,
      Clock clock) {
    this.cases = cases;
    this.requests = requests;
    this.copy = copy;
    this.people = people;
    this.known = known;
    this.tasks = tasks;
    this.shredding = shredding;
    this.audit = audit;
    this.clock = clock;
  }

  /** What she asked for, and on which day. */
  @Schema(
      name = "NewSurvivorRequest",
      examples = "{\"kind\":\"COPY\",\"receivedOn\":\"2026-02-02\"}")
  record NewRequest(
      SurvivorRequest.@NotNull Kind kind, @NotNull LocalDate receivedOn, @Nullable Secret wording) {

    private void refuseUnlessSound(Instant now) {
      List<Violation> violations = new ArrayList<>();
      // London is never more than an hour ahead.
      if (receivedOn.isAfter(now.plusSeconds(3600).atZone(ZoneOffset.UTC).toLocalDate())) {
        violations.add(new Violation("receivedOn", "IN_FUTURE", "must not be in the future"));
      }
      if (wording != null
          && (wording.isBlank()
              || wording.length() > LONGEST_WORDING
              || wording.reveal().indexOf('\0') >= 0)) {
        violations.add(new Violation("wording", "SIZE", "must have 1 to 2000 characters"));
      }
      if (!violations.isEmpty()) {
        throw RequestProblem.INVALID.of(violations);
      }
    }
  }

  /** What is decided about a request, and why in a code. */
  @Schema(
      name = "RequestDecision",
      examples = "{\"decision\":\"GRANTED\",\"reasonCode\":\"HER_WISH\"}")
  record Decided(
      SurvivorRequest.@NotNull Decision decision,
      @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String reasonCode) {}

  /** Her requests, newest first. */
  record Requests(List<SurvivorRequestView> items) {}

  /** Who has read about her, newest first. */
  record Readings(List<SurvivorRequests.Reading> items) {}

  @GET
  @Path("/requests")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listSurvivorRequests", summary = "What she asked about her record")
  @APIResponse(
      responseCode = "200",
      description = "The requests, without their words",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Requests.class),
              examples =
                  @ExampleObject(name = "requests", value = "{\"items\":[" + REQUEST + "]}")))
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Requests list(UUID id) {
    audit.reading("LIST_SURVIVOR_REQUESTS", id, "HER_REQUEST");
    var _ = cases.known(id);
    return new Requests(requests.of(id).stream().map(SurvivorRequest::view).toList());
  }

  @POST
  @Path("/requests")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "recordSurvivorRequest", summary = "Record what she asked for")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; somebody has to see to it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorRequestView.class),
              examples = @ExampleObject(name = "request", value = REQUEST)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response record(UUID id, @Valid @NotNull NewRequest asked) {
    Instant now = clock.instant();
    asked.refuseUnlessSound(now);
    PersonalKey key = keyOf(cases.known(id));
    SurvivorRequest request =
        SurvivorRequest.record(id, asked.kind(), asked.receivedOn(), audit.actor(), now);
    if (asked.wording() != null) {
      request.word(asked.wording(), key);
    }
    requests.persist(request);
    tasks.raise(id, ContactTrigger.HER_REQUEST, now);
    audit.done("RECORD_SURVIVOR_REQUEST", id);
    return Answers.created(
        "/v1/survivor-cases/%s/requests/%s".formatted(id, request.id()),
        request.version(),
        request.view());
  }

  @POST
  @Path("/requests/{requestId}/decision")
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "decideSurvivorRequest",
      summary = "Decide about her request",
      description =
          "A deletion that is granted destroys her key at once: nothing about her can be read again,"
              + " in the tables or in any backup of them. The case closes.")
  @APIResponse(
      responseCode = "200",
      description = "Decided",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorRequestView.class),
              examples = @ExampleObject(name = "decided", value = REQUEST)))
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(responseCode = "404", description = "No such case or request")
  @APIResponse(responseCode = "409", description = "Decided before")
  @APIResponse(responseCode = "412", description = "The request has changed since it was read")
  public Response decide(
      UUID id, UUID requestId, @Valid @NotNull Decided decided, @Context HttpHeaders headers) {
    SurvivorCases.Known survivorCase = cases.known(id);
    SurvivorRequest request = requests.require(id, requestId);
    EntityVersion.require(headers, request.version());
    Instant now = clock.instant();
    request.decide(decided.decision(), decided.reasonCode(), audit.actor(), now);
    audit.done("DECIDE_SURVIVOR_REQUEST", id);
    if (request.isGrantedDeletion()) {
      cases.deleted(id, audit.actor(), now);
    }
    requests.flush();
    if (request.isGrantedDeletion()) {
      // Last, since it cannot be taken back: should the rest fail now, deciding again repeats it.
      shredding.shred(List.of(survivorCase.personId()), now);
    }
    return Answers.ok(request.version(), request.view());
  }

  @GET
  @Path("/copy")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "copyForHer", summary = "All that is held about her, for her")
  @APIResponse(
      responseCode = "200",
      description = "Everything about her, and nothing about him that she did not give",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HerCopy.Copy.class),
              examples =
                  @ExampleObject(
                      name = "copy",
                      value =
                          """
                          {"source":"PERPETRATOR",
                          "details":{"relationship":"EX_PARTNER","name":"Example Person",
                          "callerIdWithheld":true,"interpreterNeeded":false,
                          "addressConfidential":true,"livesWithPerpetrator":"NO",
                          "pregnantOrBabyUnder18Months":"UNKNOWN","substanceUseNeed":"UNKNOWN",
                          "safeTimes":[]},"earlierDetails":[],
                          "contactPoints":[{"id":"019bb9a0-7c1e-7000-8000-00000000d001",
                          "type":"PHONE","value":"07700 900001","retired":false}],
                          "contactPointChanges":[],
                          "survivorCase":{"status":"DETAILS_RECEIVED","boroughCode":"E09000019",
                          "receivedAt":"2026-01-14T10:30:00Z","contactTier":2,"attemptCount":0},
                          "moves":[],"attempts":[],
                          "tasks":[{"raisedAt":"2026-01-14T10:30:00Z",
                          "dueAt":"2026-01-16T10:30:00Z"}],"notificationChoices":[],
                          "requests":[{"kind":"COPY","receivedOn":"2026-02-02"}],
                          "readings":[{"at":"2026-02-02T10:00:00Z","actor":"demo-iss-worker",
                          "action":"COPY_FOR_HER","purpose":"HER_REQUEST"}],"more":{}}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public JsonNode copy(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER)
          @Parameter(required = true, description = ReadingPurpose.HELP, example = "HER_REQUEST")
          @Nullable String purpose) {
    SurvivorCases.Known survivorCase = cases.read(id, "COPY_FOR_HER", purpose);
    PersonDetails details =
        known
            .details(survivorCase.personId())
            .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    return ClearText.told(copy.of(survivorCase, details, keyOf(survivorCase)));
  }

  @GET
  @Path("/readings")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listReadings", summary = "Who has read about her, when and why")
  @APIResponse(
      responseCode = "200",
      description = "The readings as the audit has them, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Readings.class),
              examples =
                  @ExampleObject(
                      name = "readings",
                      value =
                          """
                          {"items":[{"at":"2026-02-02T10:00:00Z","actor":"demo-iss-worker",
                          "action":"READ_SURVIVOR_CASE","purpose":"SUPPORT_CALL"}]}\
                          """)))
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Readings readings(UUID id) {
    audit.reading("LIST_READINGS", id, "HER_REQUEST");
    var _ = cases.known(id);
    return new Readings(requests.readings(id));
  }

  private PersonalKey keyOf(SurvivorCases.Known survivorCase) {
    return people
        .key(survivorCase.personId())
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }
}
