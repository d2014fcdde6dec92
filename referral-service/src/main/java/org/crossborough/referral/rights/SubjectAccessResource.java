package org.crossborough.referral.rights;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.crossborough.referral.access.AccessLog;
import org.crossborough.referral.access.ReferralsInSight;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.duplicate.SameMan;
import org.crossborough.referral.rights.SubjectAccessExport.Export;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is held about a man, for him to see, over HTTP. */
@Path("/v1/referrals/{id}/subject-access-export")
@Tag(name = "Rights")
@RunOnVirtualThread
class SubjectAccessResource {

  private static final String EXAMPLE =
      """
      {"generatedAt":"2026-02-03T10:00:00Z",
       "referrals":["0197f3a0-1c00-7000-8000-000000000001"],
       "held":{"referral":[{"reference":"7K2M9-QX4TC","given_name":"Demo"}],"assessment":[]},
       "forReview":["referral.risk_notes"]}
      """;

  private final ReferralsInSight referrals;
  private final SameMan sameMan;
  private final SubjectAccessExport export;
  private final AccessLog accesses;
  private final Clock clock;

  SubjectAccessResource(
      ReferralsInSight referrals,
      SameMan sameMan,
      SubjectAccessExport export,
      AccessLog accesses,
      Clock clock) {
    this.referrals = referrals;
    this.sameMan = sameMan;
    this.export = export;
    this.accesses = accesses;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
  @Operation(
      operationId = "exportForSubjectAccess",
      summary = "Read what is held about a man, as he may see it",
      description =
          "Across all referrals decided to be his, in every borough. Nothing about anybody else is"
              + " in it; what needs a second look is named under `forReview`.")
  @APIResponse(
      responseCode = "200",
      description = "What is held, by table",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Export.class),
              examples = @ExampleObject(name = "export", value = EXAMPLE)))
  public Export export(UUID id) {
    List<UUID> his = sameMan.referralsWith(referrals.require(id).id());
    his.forEach(referralId -> accesses.read(referralId, "SUBJECT_ACCESS_EXPORT"));
    return export.of(his, clock.instant());
  }
}
