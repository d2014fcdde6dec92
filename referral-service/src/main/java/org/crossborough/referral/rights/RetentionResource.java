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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.ReferralsInSight.Sight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.duplicate.SameMan;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.rights.Retention.Decision;
import org.crossborough.referral.rights.Retention.Standing;
import org.crossborough.referral.rights.Retention.Verdict;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How long one man is remembered, over HTTP, and his erasure. */
@Path("/v1/referrals/{id}")
@Tag(name = "Rights")
@RunOnVirtualThread
class RetentionResource {

  static final String STANDING =
      """
      {"referralId":"0197f3a0-1c00-7000-8000-000000000001","reference":"7K2M9-QX4TC",
       "referringBoroughCode":"E09000019","rule":"NOT_ACCEPTED",
       "basis":"Two years after the decision, to see repeated referrals","erasedOnRequest":true,
       "endedOn":"2024-01-13","dueOn":"2026-01-13","onLegalHold":false}
      """;
  private static final String ERASED =
      """
      {"referralId":"0197f3a0-1c00-7000-8000-000000000001","reference":"7K2M9-QX4TC",
       "referringBoroughCode":"E09000019","rule":"NOT_ACCEPTED",
       "basis":"Two years after the decision, to see repeated referrals","erasedOnRequest":true,
       "endedOn":"2024-01-13","dueOn":"2026-01-13","onLegalHold":false,
       "erasedAt":"2026-02-03T10:00:00Z"}
      """;

  private final ReferralsInSight referrals;
  private final SameMan sameMan;
  private final Retention retention;
  private final Erasure erasure;
  private final Caller caller;
  private final Clock clock;

  RetentionResource(
      ReferralsInSight referrals,
      SameMan sameMan,
      Retention retention,
      Erasure erasure,
      Caller caller,
      Clock clock) {
    this.referrals = referrals;
    this.sameMan = sameMan;
    this.retention = retention;
    this.erasure = erasure;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("retention")
  @Transactional
  @RolesAllowed({Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR})
  @Operation(operationId = "getRetention", summary = "Read how long a referral is kept, and why")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Standing.class),
              examples = @ExampleObject(name = "retention", value = STANDING)))
  public Response standing(UUID id) {
    Sight sight = referrals.require(id);
    return Answers.ok(sight.version(), retention.of(sight.id()));
  }

  @POST
  @Path("retention-review")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
  @Operation(
      operationId = "reviewRetention",
      summary = "Decide to keep a referral for longer, or to destroy what names the man")
  @APIResponse(
      responseCode = "200",
      description = "How it stands now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Standing.class),
              examples = @ExampleObject(name = "retention", value = ERASED)))
  public Response review(
      UUID id, @NotNull @Valid ReviewRetention body, @Context HttpHeaders headers) {
    Occasion occasion = Occasion.of(clock, caller);
    body.findings(occasion).refuse();
    Sight sight = seen(id, headers);
    if (sight.erased()) {
      throw RightsProblem.ALREADY_ERASED.because("Nothing is left to decide on.");
    }
    // The decision first: its words go with the man.
    retention.decide(sight.id(), body.verdict(), occasion);
    if (body.decision == Decision.DESTROY) {
      erasure.afterReview(sight.id(), occasion);
    }
    return now(sight.id());
  }

  @POST
  @Path("erasure")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
  @Operation(
      operationId = "eraseMan",
      summary = "Erase a man who asked for it",
      description =
          "In every referral decided to be his. Refused while one of them is open or must be kept;"
              + " once erased, a repeat changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "How it stands now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Standing.class),
              examples = @ExampleObject(name = "retention", value = ERASED)))
  public Response erase(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    Sight sight = seen(id, headers);
    erasure.onRequest(sameMan.referralsWith(sight.id()), Occasion.of(clock, caller));
    return now(sight.id());
  }

  private Sight seen(UUID id, HttpHeaders headers) {
    Sight sight = referrals.requireForChange(id);
    EntityVersion.require(headers, sight.version());
    return sight;
  }

  private Response now(UUID id) {
    return Answers.ok(referrals.require(id).version(), retention.of(id));
  }

  /**
   * What a review came to.
   *
   * @param keepUntil the last day it is kept for now; with KEEP alone
   */
  @Schema(
      examples =
"""
{"decision":"KEEP","keepUntil":"2027-01-13","reason":"A complaint is open"}
""")
  record ReviewRetention(
      @NotNull Decision decision,
      @Nullable LocalDate keepUntil,
      @NotBlank @Size(max = 500) String reason) {

    Findings findings(Occasion occasion) {
      Findings findings = new Findings();
      boolean keep = decision == Decision.KEEP;
      findings.when(
          keep && (keepUntil == null || !keepUntil.isAfter(occasion.today())),
          "keepUntil",
          "NOT_IN_FUTURE",
          "must be a day to come");
      findings.when(
          !keep && keepUntil != null, "keepUntil", "NOT_KEPT", "is for a decision to keep");
      findings.when(
          ContactDetails.in(reason),
          "reason",
          "CONTAINS_CONTACT_DETAILS",
          "must not carry a telephone number, a postcode or an e-mail address");
      return findings;
    }

    Verdict verdict() {
      return new Verdict(decision, keepUntil, reason);
    }
  }
}
