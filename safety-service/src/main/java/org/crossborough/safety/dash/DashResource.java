package org.crossborough.safety.dash;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.Secret;
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

/** The assessments of a survivor's risk: recorded whole, superseded, never changed. */
@Path("/v1/survivor-cases/{id}/dash-assessments")
@Tag(name = "Risk assessments", description = "The 24 questions of the DASH checklist")
@RunOnVirtualThread
class DashResource {

  private static final String BRIEF =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000da01","number":1,"assessedOn":"2026-02-03",
      "occasion":"FIRST_CONTACT","finalLevel":"VERY_HIGH","recordedAt":"2026-02-03T15:00:00Z"}\
      """;

  private final Casebook casebook;
  private final DashAssessments assessments;
  private final ContactTasks tasks;
  private final RiskBands bands;
  private final Clock clock;

  DashResource(
      Casebook casebook,
      DashAssessments assessments,
      ContactTasks tasks,
      DashConfig config,
      Clock clock) {
    this.casebook = casebook;
    this.assessments = assessments;
    this.tasks = tasks;
    this.bands = RiskBands.of(config);
    this.clock = clock;
  }

  /** The assessments of a case, newest first. */
  @Schema(name = "DashAssessmentPage")
  record Assessments(List<DashAssessments.Brief> items, @Nullable String next) {}

  /**
   * One assessment in clear.
   *
   * @param clusters what to look at whatever the score
   * @param bands the bands by which the score got its level
   */
  @Schema(name = "DashAssessmentView")
  record AssessmentView(
      UUID id,
      int number,
      LocalDate assessedOn,
      String occasion,
      List<NewDash.Answered> answers,
      int score,
      RiskLevel derivedLevel,
      RiskLevel finalLevel,
      @Nullable Secret judgement,
      Set<RiskCluster> clusters,
      RiskBands bands,
      boolean superseded) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The case's ETag; need not be stated, and must be current if it is",
      schema = @Schema(type = SchemaType.STRING),
      example = "\"3\"")
  @Operation(
      operationId = "recordDashAssessment",
      summary = "Record the checklist, all 24 questions answered",
      description =
          "The score and its level are derived; judgement may raise the level, with the reason, and"
              + " never lower it. High risk raises the task of a MARAC referral. The answer does not"
              + " repeat what was answered: read the assessment for its score.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; it supersedes the one before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DashAssessments.Brief.class),
              examples = @ExampleObject(name = "recorded", value = BRIEF)))
  @APIResponse(responseCode = "400", description = "Not a whole checklist, or a level below it")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Another was recorded at the same moment")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response record(UUID id, @Valid @NotNull NewDash asked, @Context HttpHeaders headers) {
    OpenCase open = casebook.addTo(id, headers);
    Instant now = clock.instant();
    DashScore score = asked.assess(bands, now);
    DashContent content = DashContent.of(asked, score, bands);
    DashAssessment recorded =
        assessments.supersede(id, asked, content, open.key(), casebook.actor(), now);
    tasks.done(id, ContactTrigger.RISK_REASSESSMENT, "RISK_ASSESSED", casebook.actor(), now);
    if (recorded.finalLevel().isHigh()) {
      tasks.raise(id, ContactTrigger.MARAC_REFERRAL, now);
    }
    casebook.done("RECORD_DASH", id);
    return Answers.created(
        "/v1/survivor-cases/%s/dash-assessments/%s".formatted(id, recorded.id()),
        0,
        recorded.brief());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listDashAssessments", summary = "Her assessments, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of assessments, without their answers",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Assessments.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + BRIEF + "]}")))
  @APIResponse(responseCode = "400", description = "No purpose was given, or no valid page")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response list(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPPORT_CALL")
          @Nullable String purpose,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    var _ = casebook.read(id, "LIST_DASH", purpose);
    List<DashAssessment> rows = assessments.before(id, before, Page.rows(limit));
    return Answers.page(Page.of(rows, limit, DashAssessment::id, DashAssessment::brief), request);
  }

  @GET
  @Path("/{dashId}")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readDashAssessment", summary = "One assessment in clear")
  @APIResponse(
      responseCode = "200",
      description = "The answers, and what they amount to",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AssessmentView.class),
              examples =
                  @ExampleObject(
                      name = "assessment",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000da01","number":1,
                          "assessedOn":"2026-02-03","occasion":"FIRST_CONTACT",
                          "answers":[{"question":"Q15","answer":"YES","source":"SURVIVOR"}],
                          "score":14,"derivedLevel":"HIGH","finalLevel":"VERY_HIGH",
                          "judgement":"She is about to leave","clusters":["STRANGULATION"],
                          "bands":{"mediumFrom":10,"highFrom":14,"basis":"SafeLives"},
                          "superseded":false}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case or assessment")
  public JsonNode read(
      UUID id,
      UUID dashId,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPPORT_CALL")
          @Nullable String purpose) {
    OpenCase open = casebook.read(id, "READ_DASH", purpose);
    DashAssessment assessment = assessments.require(id, dashId);
    boolean superseded =
        assessments.current(id).filter(current -> current.id().equals(dashId)).isEmpty();
    return ClearText.told(view(assessment.brief(), assessment.open(open.key()), superseded));
  }

  private static AssessmentView view(
      DashAssessments.Brief brief, DashContent content, boolean superseded) {
    return new AssessmentView(
        brief.id(),
        brief.number(),
        brief.assessedOn(),
        brief.occasion(),
        content.answers(),
        content.score(),
        content.derivedLevel(),
        brief.finalLevel(),
        content.judgement(),
        content.clusters(),
        content.bands(),
        superseded);
  }
}
