package org.crossborough.safety.children;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.vault.Disclosed;
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

/**
 * Referrals to those who protect children, as they were made: the making itself happens outside
 * this service.
 */
@Path("/v1/survivor-cases/{id}/safeguarding-referrals")
@Tag(name = "Children")
@RunOnVirtualThread
class SafeguardingResource {

  private static final int LONGEST = 4000;
  private static final String BRIEF =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000ce01","referredOn":"2026-02-04",
      "agency":"CHILDREN_SERVICES","children":["019bb9a0-7c1e-7000-8000-00000000cd01"],
      "version":0}\
      """;

  private final Casebook casebook;
  private final SafeguardingReferrals referrals;
  private final Children children;
  private final Clock clock;

  SafeguardingResource(
      Casebook casebook, SafeguardingReferrals referrals, Children children, Clock clock) {
    this.casebook = casebook;
    this.referrals = referrals;
    this.children = children;
    this.clock = clock;
  }

  /** A referral that was made, and why. */
  @Schema(
      name = "NewSafeguardingReferral",
      examples =
          """
          {"referredOn":"2026-02-04","agency":"CHILDREN_SERVICES",
           "children":["019bb9a0-7c1e-7000-8000-00000000cd01"],
           "reason":"Saw the assault on his mother"}\
          """)
  record NewSafeguarding(
      @NotNull LocalDate referredOn,
      SafeguardingReferral.@NotNull Agency agency,
      @NotEmpty @Size(max = Children.MOST) List<@NotNull UUID> children,
      @NotNull Secret reason) {}

  /** A referral without its reason. */
  @Schema(name = "SafeguardingReferral")
  record Brief(
      UUID id,
      LocalDate referredOn,
      SafeguardingReferral.Agency agency,
      List<UUID> children,
      SafeguardingReferral.@Nullable Outcome outcome,
      @Nullable LocalDate outcomeOn,
      long version) {}

  /** A referral in clear. */
  record SafeguardingView(Brief referral, @JsonSerialize(using = Disclosed.class) Secret reason) {}

  /** The referrals of a case, newest first. */
  record SafeguardingPage(List<SafeguardingView> items, @Nullable String next) {}

  /** What came of it, and when that was known. */
  @Schema(
      name = "SafeguardingOutcome",
      examples = "{\"outcome\":\"ASSESSMENT\",\"outcomeOn\":\"2026-02-11\"}")
  record Concluded(SafeguardingReferral.@NotNull Outcome outcome, @NotNull LocalDate outcomeOn) {}

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
      operationId = "recordSafeguardingReferral",
      summary = "Record that children were referred to those who protect them")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; the answer does not repeat why",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Brief.class),
              examples = @ExampleObject(name = "recorded", value = BRIEF)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response record(
      UUID id, @Valid @NotNull NewSafeguarding told, @Context HttpHeaders headers) {
    OpenCase open = casebook.addTo(id, headers);
    Instant now = clock.instant();
    new Faults()
        .past("referredOn", told.referredOn(), now)
        .text("reason", told.reason(), LONGEST)
        .when(
            !children.areAllOf(id, told.children()),
            "children",
            "UNKNOWN",
            "must all be children of this case")
        .refuse();
    SafeguardingReferral referral =
        SafeguardingReferral.sealed(id, told, open.key(), casebook.actor(), now);
    referrals.persist(referral);
    casebook.done("RECORD_SAFEGUARDING", id);
    return Answers.created(
        "/v1/survivor-cases/%s/safeguarding-referrals/%s".formatted(id, referral.id()),
        referral.version(),
        referral.brief());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listSafeguardingReferrals", summary = "The referrals, in clear")
  @APIResponse(
      responseCode = "200",
      description = "A page of referrals, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SafeguardingPage.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value =
                          "{\"items\":[{\"referral\":"
                              + BRIEF
                              + ",\"reason\":\"Saw the assault on his mother\"}]}")))
  @APIResponse(responseCode = "400", description = "No purpose was given, or no valid page")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response list(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SAFEGUARDING")
          @Nullable String purpose,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    OpenCase open = casebook.read(id, "LIST_SAFEGUARDING", purpose);
    List<SafeguardingReferral> rows = referrals.before(id, before, Page.rows(limit));
    return Answers.page(
        Page.of(rows, limit, SafeguardingReferral::id, one -> one.open(open.key())), request);
  }

  @POST
  @Path("/{safeguardingId}/outcome")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "recordSafeguardingOutcome", summary = "Record what came of it, once")
  @APIResponse(
      responseCode = "200",
      description = "Recorded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Brief.class),
              examples = @ExampleObject(name = "concluded", value = BRIEF)))
  @APIResponse(
      responseCode = "400",
      description = "The day has not come, or is before the referral")
  @APIResponse(responseCode = "404", description = "No such case or referral")
  @APIResponse(responseCode = "409", description = "Recorded before")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response conclude(
      UUID id,
      UUID safeguardingId,
      @Valid @NotNull Concluded concluded,
      @Context HttpHeaders headers) {
    var _ = casebook.changeIn(id);
    SafeguardingReferral referral = referrals.require(id, safeguardingId);
    EntityVersion.require(headers, referral.version());
    new Faults()
        .past("outcomeOn", concluded.outcomeOn(), clock.instant())
        .notBefore("outcomeOn", concluded.outcomeOn(), referral.referredOn())
        .refuse();
    referral.conclude(concluded.outcome(), concluded.outcomeOn());
    referrals.flush();
    casebook.done("CONCLUDE_SAFEGUARDING", id);
    return Answers.ok(referral.version(), referral.brief());
  }
}
