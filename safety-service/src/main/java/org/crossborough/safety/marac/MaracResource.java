package org.crossborough.safety.marac;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.dash.DashAssessments;
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

/** The making and reading of referrals to the conference. He is told of none of them. */
@Path("/v1/survivor-cases/{id}/marac-referrals")
@Tag(name = "MARAC referrals", description = "To the multi-agency conference of her own borough")
@RunOnVirtualThread
class MaracResource {

  static final String BRIEF =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000ba01","status":"REFERRED",
      "boroughCode":"E09000007","referredOn":"2026-02-04","criteria":["VISIBLE_HIGH_RISK"],
      "dashId":"019bb9a0-7c1e-7000-8000-00000000da01","survivorAware":true,
      "survivorConsents":false,"dueAt":"2026-02-05T00:00:00Z","late":false,"version":0}\
      """;

  private final Casebook casebook;
  private final MaracReferrals referrals;
  private final DashAssessments assessments;
  private final ContactTasks tasks;
  private final MaracRules rules;
  private final Clock clock;

  MaracResource(
      Casebook casebook,
      MaracReferrals referrals,
      DashAssessments assessments,
      ContactTasks tasks,
      MaracConfig config,
      Clock clock) {
    this.casebook = casebook;
    this.referrals = referrals;
    this.assessments = assessments;
    this.tasks = tasks;
    this.rules = MaracRules.of(config);
    this.clock = clock;
  }

  /** The referrals of a case, newest first. */
  @Schema(name = "MaracReferralPage")
  record Referrals(List<MaracReferrals.Brief> items, @Nullable String next) {}

  /** An action that was agreed, in clear. */
  @Schema(name = "MaracActionView")
  record ActionView(
      UUID id,
      MaracAction.Owner owner,
      LocalDate dueOn,
      Secret action,
      @Nullable LocalDate doneOn,
      long version) {}

  /** A referral in clear. */
  @Schema(name = "MaracReferralView")
  record ReferralView(
      MaracReferrals.Brief referral,
      String referredBy,
      NewMarac.Words words,
      List<ActionView> actions) {}

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
      operationId = "referToMarac",
      summary = "Refer her to the conference of her borough",
      description =
          "A high score and a repeat within twelve months are found, not claimed. Without either,"
              + " professional judgement has to say why.")
  @APIResponse(
      responseCode = "201",
      description = "Referred",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MaracReferrals.Brief.class),
              examples = @ExampleObject(name = "referred", value = BRIEF)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule, or a reason is missing")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Nobody knows which borough she lives in")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response refer(UUID id, @Valid @NotNull NewMarac asked, @Context HttpHeaders headers) {
    OpenCase open = casebook.addTo(id, headers);
    Instant now = clock.instant();
    Faults faults = asked.faults(now);
    Optional<DashAssessments.Brief> dash = assessment(id, asked, faults);
    @Nullable MaracReferral last = referrals.repeated(id, asked.referredOn()).orElse(null);
    Set<MaracCriterion> met =
        rules.met(
            asked.claimed(),
            dash.map(one -> assessments.score(id, one.id(), open.key())).orElse(null),
            asked.judgement() != null,
            last != null,
            faults);
    faults.refuse();
    MaracReferral referral =
        MaracReferral.to(
                borough(open),
                id,
                asked,
                met,
                last == null ? null : last.id(),
                dash.filter(one -> one.finalLevel().isHigh())
                    .map(one -> tasks.dueAt(ContactTrigger.MARAC_REFERRAL, one.recordedAt()))
                    .orElse(null))
            .sealed(asked.words(), open.key(), casebook.actor(), now);
    referrals.persistAndFlush(referral);
    tasks.done(id, ContactTrigger.MARAC_REFERRAL, "REFERRED", casebook.actor(), now);
    casebook.done("REFER_TO_MARAC", id);
    return Answers.created(
        "/v1/survivor-cases/%s/marac-referrals/%s".formatted(id, referral.id()),
        referral.version(),
        referral.brief());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listMaracReferrals", summary = "Her referrals, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of referrals, without their words",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Referrals.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + BRIEF + "]}")))
  @APIResponse(responseCode = "400", description = "No purpose was given, or no valid page")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response list(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "MARAC")
          @Nullable String purpose,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    var _ = casebook.read(id, "LIST_MARAC", purpose);
    List<MaracReferral> rows = referrals.before(id, before, Page.rows(limit));
    return Answers.page(Page.of(rows, limit, MaracReferral::id, MaracReferral::brief), request);
  }

  @GET
  @Path("/{maracId}")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readMaracReferral", summary = "One referral in clear")
  @APIResponse(
      responseCode = "200",
      description = "The referral with its words and what was agreed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReferralView.class),
              examples =
                  @ExampleObject(
                      name = "referral",
                      value =
                          "{\"referral\":"
                              + BRIEF
                              + ",\"referredBy\":\"demo-iss-worker\",\"words\":{\"grounds\":\"Strangled twice since Christmas\"},"
                              + "\"actions\":[]}")))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case or referral")
  public Response read(
      UUID id,
      UUID maracId,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "MARAC")
          @Nullable String purpose) {
    OpenCase open = casebook.read(id, "READ_MARAC", purpose);
    MaracReferral referral = referrals.require(id, maracId);
    JsonNode view =
        ClearText.told(
            new ReferralView(
                referral.brief(),
                referral.recordedBy(),
                referral.open(open.key()),
                referrals.actions(maracId).stream()
                    .map(action -> action.view(open.key()))
                    .toList()));
    return Answers.ok(referral.version(), view);
  }

  private Optional<DashAssessments.Brief> assessment(UUID id, NewMarac asked, Faults faults) {
    UUID dashId = asked.dashId();
    Optional<DashAssessments.Brief> dash =
        dashId == null ? Optional.empty() : assessments.brief(id, dashId);
    var _ =
        faults.when(
            dashId != null && dash.isEmpty(),
            "dashId",
            "UNKNOWN",
            "is not an assessment of this case");
    return dash;
  }

  private static String borough(OpenCase open) {
    String borough = open.survivorCase().boroughCode();
    if (borough == null) {
      throw MaracProblem.BOROUGH_NOT_KNOWN.because("Record where she lives first.");
    }
    return borough;
  }
}
