package org.crossborough.referral.assessment;

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
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.assessment.Assessment.AssessmentView;
import org.crossborough.referral.assessment.SignedAgreement.AgreementView;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.lifecycle.MoveReferral;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Agreements, assessments and the end of a referral whose man does not come, over HTTP. */
@Path("/v1/referrals/{id}")
@Tag(name = "Assessment")
@RunOnVirtualThread
@Transactional
class AssessmentResource {

  private final MoveReferral referrals;
  private final AssessReferral assess;
  private final AssessmentRecords records;

  AssessmentResource(MoveReferral referrals, AssessReferral assess, AssessmentRecords records) {
    this.referrals = referrals;
    this.assess = assess;
    this.records = records;
  }

  @POST
  @Path("confidentiality-agreements")
  @Idempotent
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR})
  @Operation(
      operationId = "recordAgreement",
      summary = "Record that the man signed the agreement on limited confidentiality",
      description = "Needed before an assessment; the latest one counts.")
  public Response sign(UUID id, @NotNull @Valid SignAgreement body, @Context HttpHeaders headers) {
    return assess.sign(referrals.open(id, headers), body);
  }

  @GET
  @Path("confidentiality-agreements")
  @Disclosing("AGREEMENTS")
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "listAgreements", summary = "List agreements, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of the referral's agreements",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AgreementView.Listed.class),
              examples = @ExampleObject(name = "agreements", value = AgreementView.LISTED_EXAMPLE)))
  public Response agreements(
      UUID id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    referrals.requireVisible(id);
    List<SignedAgreement> rows =
        records.newestFirst(SignedAgreement.class, id, Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, SignedAgreement::id, SignedAgreement::view), request);
  }

  @POST
  @Path("assessments")
  @Idempotent
  @RolesAllowed(Roles.ASSESSOR)
  @Operation(
      operationId = "recordAssessment",
      summary = "Record a suitability assessment",
      description = "Four at most; the agreement may come with it if it is signed by then.")
  public Response assess(
      UUID id, @NotNull @Valid RecordAssessment body, @Context HttpHeaders headers) {
    return assess.assess(referrals.open(id, headers), body);
  }

  @GET
  @Path("assessments")
  @Disclosing("ASSESSMENTS")
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "listAssessments", summary = "List assessments, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of the referral's assessments",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AssessmentView.Listed.class),
              examples =
                  @ExampleObject(name = "assessments", value = AssessmentView.LISTED_EXAMPLE)))
  public Response assessments(
      UUID id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    referrals.requireVisible(id);
    List<Assessment> rows = records.newestFirst(Assessment.class, id, Cursor.before(cursor), size);
    return Answers.page(Page.of(rows, size, Assessment::id, Assessment::view), request);
  }

  @POST
  @Path("no-contact-closure")
  @Idempotent
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      operationId = "closeWithoutContact",
      summary = "Close a referral whose man does not come",
      description = "Once he has missed as many appointments as are configured, two by default.")
  public Response close(UUID id, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return assess.closeNoContact(referrals.open(id, headers));
  }
}
