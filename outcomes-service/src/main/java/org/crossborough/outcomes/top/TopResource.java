package org.crossborough.outcomes.top;

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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.form.TopForm;
import org.crossborough.outcomes.pairing.Stage;
import org.crossborough.outcomes.top.Supersessions.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where keyworkers and their systems hand in Treatment Outcomes Profiles. */
@Path("/v1/top-records")
@RunOnVirtualThread
@Tag(name = "TOP records", description = "Treatment Outcomes Profiles as keyworkers send them.")
class TopResource {

  private static final String FORM =
      """
      {"referralId":"0197f3a0-1c00-7000-8000-000000000001","stage":"START",\
      "interviewDate":"2026-02-01","formVersion":"TOP_2018_PLUS",\
      "substances":{"alcohol":{"total":20},"opiates":{"weeks":[7,7,7,7],"total":28},\
      "crack":{"total":0}},\
      "injecting":{"days":{"total":0}},\
      "crime":{"shoplifting":{"total":2},"assault":false},\
      "social":{"paidWork":{"total":0},"acuteHousingProblem":true,"evictionRisk":false},\
      "psychologicalHealth":10,"physicalHealth":11,"qualityOfLife":9,\
      "treatmentStartedOn":"2026-01-28","recordReference":"TOP-1","nationalConsent":true}\
      """;
  private static final String RECORD =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000002",\
      "referralId":"0197f3a0-1c00-7000-8000-000000000001","stage":"START",\
      "interviewDate":"2026-02-01","formVersion":"TOP_2018_PLUS",\
      "substances":{"alcohol":{"state":"ANSWERED","total":20},\
      "opiates":{"state":"ANSWERED","weeks":[7,7,7,7],"total":28},\
      "crack":{"state":"ANSWERED","total":0}},\
      "injecting":{"days":{"state":"ANSWERED","total":0},\
      "sharing":{"state":"ANSWERED","answer":false}},\
      "crime":{"shoplifting":{"state":"ANSWERED","total":2}},\
      "social":{"paidWork":{"state":"ANSWERED","total":0}},\
      "psychologicalHealth":10,"physicalHealth":11,"qualityOfLife":9,"anchor":"TREATMENT",\
      "treatmentStartedOn":"2026-01-28","inWindow":true,"recordReference":"TOP-1",\
      "organisation":"demo-borough-islington","careCoordinator":false,"nationalConsent":true,\
      "receivedAt":"2026-02-02T09:00:00Z","preferred":true,"duplicates":[],"warnings":[]}\
      """;

  private static final String SUPERSESSION = "{\"reason\":\"DATA_ENTRY\",\"record\":" + FORM + "}";

  /** A correction: the record that counts from now on, and why. */
  @Schema(name = "SupersedeTopRecord")
  record SupersedeRecord(
      @NotNull Reason reason,
      @Schema(description = "Absent only when the old one was about another man.") @Valid @Nullable TopForm record) {}

  /** A page of records, for the description of the API. */
  @Schema(name = "TopRecordPage")
  record Listed(List<TopView> items, @Nullable String next) {}

  private final TakeInTop intake;
  private final SupersedeTop correction;
  private final TopRecords records;
  private final Standings standings;
  private final Caller caller;
  private final Clock clock;

  TopResource(
      TakeInTop intake,
      SupersedeTop correction,
      TopRecords records,
      Standings standings,
      Caller caller,
      Clock clock) {
    this.intake = intake;
    this.correction = correction;
    this.records = records;
    this.standings = standings;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed({"drug-alcohol-worker", "borough-system"})
  @Operation(operationId = "recordTop", summary = "Hand in a TOP")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      required = true,
      description = "Your own key for this request, the same on every repeat.",
      schema = @Schema(implementation = String.class))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopForm.class),
              examples = @ExampleObject(name = "start", value = FORM)))
  @APIResponse(
      responseCode = "201",
      description = "Taken in; it can be read but not changed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopView.class),
              examples = @ExampleObject(name = "start", value = RECORD)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule of the form")
  @APIResponse(responseCode = "404", description = "No referral of yours has this id")
  @APIResponse(responseCode = "409", description = "The record's reference was used for another")
  @APIResponse(responseCode = "422", description = "The key was used for another request")
  public Response record(@NotNull @Valid TopForm form) {
    return created(intake.takeIn(form, now(), caller.client()));
  }

  @GET
  @Transactional
  @RolesAllowed({"drug-alcohol-worker", "borough-system", "outcomes-analyst"})
  @Operation(
      operationId = "listTops",
      summary = "List TOP records, newest first",
      description = "Superseded records are listed too, and say so.")
  @APIResponse(
      responseCode = "200",
      description = "A page of records",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + RECORD + "]}")))
  @APIResponse(responseCode = "400", description = "A filter or the cursor is none")
  public Response list(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @RestQuery
          @Nullable String referralId,
      @Parameter(schema = @Schema(implementation = Stage.class)) @RestQuery @Nullable String stage,
      @Parameter(description = "The first day of the interview.") @RestQuery @Nullable String from,
      @Parameter(description = "The last day of the interview.") @RestQuery @Nullable String to,
      @Parameter(description = "Who completed it.") @RestQuery @Nullable String organisation,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "20"))
          @RestQuery
          @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    QueryReading query = new QueryReading();
    TopRecords.Filter filter =
        new TopRecords.Filter(
            query.id("referralId", referralId),
            query.stage(stage),
            query.day("from", from),
            query.day("to", to),
            query.text("organisation", organisation));
    int size = query.limit(limit);
    query.refuse();
    List<TopRecord> found = records.newestFirst(filter, Cursor.before(cursor), size);
    Map<UUID, Standings.Standing> standing = standings.of(found);
    return Answers.page(
        Page.of(
            found,
            size,
            TopRecord::id,
            top -> TopView.of(top, Objects.requireNonNull(standing.get(top.id())))),
        request);
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({"drug-alcohol-worker", "borough-system", "outcomes-analyst"})
  @Operation(operationId = "readTop", summary = "Read a TOP record")
  @APIResponse(
      responseCode = "200",
      description = "The record",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopView.class),
              examples = @ExampleObject(name = "start", value = RECORD)))
  @APIResponse(responseCode = "404", description = "No record of yours has this id")
  public Response read(UUID id) {
    return found(records.require(id));
  }

  @POST
  @Path("{id}/supersession")
  @Idempotent
  @Transactional
  @RolesAllowed({"drug-alcohol-worker", "borough-system"})
  @Operation(
      operationId = "supersedeTop",
      summary = "Put a corrected record in the place of a TOP",
      description =
          "A record is never edited: the old one stays, says what took its place, and counts no"
              + " more. One that was about another man may be superseded by that man's record, or"
              + " by none.")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      required = true,
      description = "Your own key for this request, the same on every repeat.",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag of the record as you last read it.",
      schema = @Schema(implementation = String.class))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SupersedeRecord.class),
              examples = @ExampleObject(name = "correction", value = SUPERSESSION)))
  @APIResponse(
      responseCode = "201",
      description = "The record that counts instead",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopView.class),
              examples = @ExampleObject(name = "correction", value = RECORD)))
  @APIResponse(
      responseCode = "200",
      description = "The record, which counts no more and was not replaced",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopView.class),
              examples = @ExampleObject(name = "another man's", value = RECORD)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule of the form")
  @APIResponse(responseCode = "404", description = "No record of yours has this id")
  @APIResponse(responseCode = "409", description = "It has been superseded already")
  @APIResponse(responseCode = "412", description = "It has been superseded since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response supersede(
      UUID id, @NotNull @Valid SupersedeRecord body, @Context HttpHeaders headers) {
    TopRecord top =
        correction.supersede(records.require(id), body.reason(), body.record(), headers, now());
    return top.id().equals(id) ? found(top) : created(top);
  }

  private Response created(TopRecord top) {
    Standings.Standing standing = standings.of(top);
    return Answers.created(
        "/v1/top-records/" + top.id(), standing.version(), TopView.of(top, standing));
  }

  private Response found(TopRecord top) {
    Standings.Standing standing = standings.of(top);
    return Answers.ok(standing.version(), TopView.of(top, standing));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
