package org.crossborough.referral.rights;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.chassis.audit.AuditTrail;
import org.crossborough.chassis.audit.AuditTrail.Act;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.ReferralsInSight.Sight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.rights.LegalHolds.Grounds;
import org.crossborough.referral.rights.LegalHolds.HoldView;
import org.crossborough.referral.rights.LegalHolds.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Legal holds over HTTP. */
@Path("/v1/referrals/{id}/legal-holds")
@Tag(name = "Rights")
@RunOnVirtualThread
class LegalHoldResource {

  private static final String EXAMPLE =
      """
      [{"id":"0197f3a0-1c00-7000-8000-00000000000b","reasonCode":"DEATH_REVIEW",
        "note":"Review 2026/3","placedAt":"2026-02-03T10:00:00Z",
        "placedBy":"demo-data-protection-officer"}]
      """;

  private static final String LISTED_EXAMPLE = "{\"items\":" + EXAMPLE + "}";

  private final ReferralsInSight referrals;
  private final LegalHolds holds;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  LegalHoldResource(
      ReferralsInSight referrals, LegalHolds holds, AuditTrail audit, Caller caller, Clock clock) {
    this.referrals = referrals;
    this.holds = holds;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR})
  @Operation(operationId = "listLegalHolds", summary = "List the legal holds on a referral")
  @APIResponse(
      responseCode = "200",
      description = "A page of holds, open and lifted, newest first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Listed.class),
              examples = @ExampleObject(name = "holds", value = LISTED_EXAMPLE)))
  public Response list(
      UUID id,
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
    int size = PageSize.of(limit);
    List<HoldView> rows =
        holds.newestFirst(referrals.require(id).id(), Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, HoldView::id, Function.identity()), request);
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
  @Operation(
      operationId = "placeLegalHold",
      summary = "Keep everything about a referral until further notice",
      description = "While it is open nothing is destroyed, whoever asks for it.")
  @APIResponse(
      responseCode = "200",
      description = "The holds on the referral",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HoldView.class, type = SchemaType.ARRAY),
              examples = @ExampleObject(name = "holds", value = EXAMPLE)))
  public Response place(
      UUID id, @NotNull @Valid PlaceLegalHold body, @Context HttpHeaders headers) {
    refuseContactDetails("note", body.note);
    Sight sight = seen(id, headers);
    if (sight.erased()) {
      throw RightsProblem.ALREADY_ERASED.because("Nothing is left to keep.");
    }
    if (holds.open(sight.id()).isPresent()) {
      throw RightsProblem.ALREADY_ON_HOLD.because("Lift it first, or leave it.");
    }
    Occasion occasion = Occasion.of(clock, caller);
    UUID hold = holds.place(sight.id(), new Grounds(body.reasonCode, body.note), occasion);
    record(occasion, "PLACE_LEGAL_HOLD", sight.id(), hold);
    return Answers.ok(sight.version(), holds.of(sight.id()));
  }

  @POST
  @Path("{holdId}/lifting")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
  @Operation(operationId = "liftLegalHold", summary = "Lift a legal hold")
  @APIResponse(
      responseCode = "200",
      description = "The holds on the referral",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HoldView.class, type = SchemaType.ARRAY),
              examples = @ExampleObject(name = "holds", value = EXAMPLE)))
  public Response lift(
      UUID id, UUID holdId, @NotNull @Valid LiftLegalHold body, @Context HttpHeaders headers) {
    refuseContactDetails("reason", body.reason);
    Sight sight = seen(id, headers);
    HoldView hold =
        holds.of(sight.id()).stream()
            .filter(one -> one.id().equals(holdId))
            .findFirst()
            .orElseThrow(() ->
                RightsProblem.HOLD_NOT_FOUND.because("No hold of this id is on the referral."));
    if (hold.liftedAt() != null) {
      throw RightsProblem.ALREADY_LIFTED.because("It no longer keeps anything.");
    }
    Occasion occasion = Occasion.of(clock, caller);
    holds.lift(holdId, body.reason, occasion);
    record(occasion, "LIFT_LEGAL_HOLD", sight.id(), holdId);
    return Answers.ok(sight.version(), holds.of(sight.id()));
  }

  /** Locked, so that nothing is erased while a hold is placed; a version is checked when sent. */
  private Sight seen(UUID id, HttpHeaders headers) {
    Sight sight = referrals.requireForChange(id);
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      EntityVersion.require(headers, sight.version());
    }
    return sight;
  }

  private void record(Occasion occasion, String action, UUID referralId, UUID holdId) {
    audit.record(
        new Act(occasion.by(), action, "referral:" + referralId, "legal hold " + holdId, "DONE"));
  }

  private static void refuseContactDetails(String field, @Nullable String text) {
    Findings findings = new Findings();
    findings.when(
        ContactDetails.in(text),
        field,
        "CONTAINS_CONTACT_DETAILS",
        "must not carry a telephone number, a postcode or an e-mail address");
    findings.refuse();
  }

  /**
   * Why everything must be kept.
   *
   * @param note a case number or the like; nobody's name
   */
  @Schema(
      examples =
"""
{"reasonCode":"DEATH_REVIEW","note":"Review 2026/3"}
""")
  record PlaceLegalHold(@NotNull Reason reasonCode, @Nullable @Size(max = 200) String note) {}

  /** Why it need not be kept any longer. */
  @Schema(
      examples =
"""
{"reason":"The review was published"}
""")
  record LiftLegalHold(@NotBlank @Size(max = 200) String reason) {}

  /** A page of holds, for the description of the API. */
  @Schema(name = "LegalHoldPage")
  record Listed(List<HoldView> items, @Nullable String next) {}
}
