package org.crossborough.referral.duplicate;

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
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.ReferralsInSight.Sight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.duplicate.PossibleDuplicates.Candidate;
import org.crossborough.referral.duplicate.PossibleDuplicates.Decision;
import org.crossborough.referral.duplicate.PossibleDuplicates.Verdict;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Possible duplicates over HTTP, for coordinators alone. Nothing that a borough can see, not even a
 * version, changes by anything done here.
 */
@Path("/v1/referrals/{id}/possible-duplicates")
@Tag(name = "Duplicates", description = "One man, referred more than once.")
@RunOnVirtualThread
class DuplicateResource {

  private static final String EXAMPLE =
      """
      {"referralId":"0197f3a0-1c00-7000-8000-000000000001",
       "personGroupId":"0197f3a0-1c00-7000-8000-000000000001",
       "candidates":[{"referralId":"0197f3a0-1c00-7000-8000-000000000011",
         "reference":"7K2M9-QX4TC","referringBoroughCode":"E09000007","status":"RECEIVED",
         "referralDate":"2026-01-06","matchedBy":["NAME_AND_BIRTH","SOUND_AND_BIRTH"],
         "strength":"STRONG"}]}
      """;

  private final ReferralsInSight referrals;
  private final PossibleDuplicates duplicates;
  private final SameMan sameMan;
  private final Caller caller;
  private final Clock clock;

  DuplicateResource(
      ReferralsInSight referrals,
      PossibleDuplicates duplicates,
      SameMan sameMan,
      Caller caller,
      Clock clock) {
    this.referrals = referrals;
    this.duplicates = duplicates;
    this.sameMan = sameMan;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Disclosing("POSSIBLE_DUPLICATES")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      operationId = "getPossibleDuplicates",
      summary = "Read which referrals may be about the same man",
      description =
          "Across all boroughs; a new referral is compared within a second of its receipt.")
  @APIResponse(
      responseCode = "200",
      description = "The candidates, newest first, and what was decided about them",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DuplicatesView.class),
              examples = @ExampleObject(name = "duplicates", value = EXAMPLE)))
  public DuplicatesView get(UUID id) {
    return view(referrals.require(id).id());
  }

  @POST
  @Path("decisions")
  @Transactional
  @Idempotent
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      operationId = "decideOnDuplicate",
      summary = "Decide whether two referrals are about one man",
      description = "A later decision about the pair replaces the earlier one, which is kept.")
  @APIResponse(
      responseCode = "200",
      description = "The candidates as they now are",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DuplicatesView.class),
              examples = @ExampleObject(name = "duplicates", value = EXAMPLE)))
  public Response decide(
      UUID id, @NotNull @Valid DecideOnDuplicate body, @Context HttpHeaders headers) {
    body.findings().refuse();
    Sight sight = referrals.require(id);
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      EntityVersion.require(headers, sight.version());
    }
    requireOther(sight.id(), body.referralId);
    duplicates.decide(sight.id(), body.referralId, body.verdict(), Occasion.of(clock, caller));
    return Answers.ok(sight.version(), view(sight.id()));
  }

  private void requireOther(UUID referralId, UUID otherId) {
    if (referralId.equals(otherId)) {
      throw DuplicateProblem.SAME_REFERRAL.because("Name another referral.");
    }
    if (!duplicates.exists(otherId)) {
      throw DuplicateProblem.OTHER_NOT_FOUND.because("No referral has the id in the body.");
    }
  }

  private DuplicatesView view(UUID referralId) {
    UUID group = sameMan.referralsWith(referralId).getFirst();
    return new DuplicatesView(referralId, group, duplicates.of(referralId));
  }

  /**
   * What may be, and was decided to be, about one man.
   *
   * @param personGroupId shared by all referrals decided to be about one man: the id of the first
   */
  record DuplicatesView(UUID referralId, UUID personGroupId, List<Candidate> candidates) {}

  /** What a coordinator found about this referral and another. */
  @Schema(
      examples =
"""
{"referralId":"0197f3a0-1c00-7000-8000-000000000011","decision":"SAME_MAN",
 "reason":"Same NHS number, confirmed with both services"}
""")
  record DecideOnDuplicate(
      @NotNull UUID referralId,
      @NotNull Decision decision,
      @NotBlank @Size(max = 500) String reason) {

    Findings findings() {
      Findings findings = new Findings();
      findings.when(
          ContactDetails.in(reason),
          "reason",
          "CONTAINS_CONTACT_DETAILS",
          "must not carry a telephone number, a postcode or an e-mail address");
      return findings;
    }

    Verdict verdict() {
      return new Verdict(decision, reason);
    }
  }
}
