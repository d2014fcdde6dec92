package org.crossborough.referral.exception;

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
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.access.Disclosing;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.decision.NoReceiptReason;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.NoDetails;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.lifecycle.MoveReferral;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Exceptions to the receipt over HTTP. */
@Path("/v1/referrals/{id}/receipt-exceptions")
@Tag(
    name = "Exceptions to the receipt",
    description = "Acceptance although nobody at risk was handed over, agreed by two persons.")
@RunOnVirtualThread
@Transactional
class ReceiptExceptionResource {

  private final MoveReferral referrals;
  private final ExceptionsToReceipt exceptions;
  private final Caller caller;

  ReceiptExceptionResource(MoveReferral referrals, ExceptionsToReceipt exceptions, Caller caller) {
    this.referrals = referrals;
    this.exceptions = exceptions;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR})
  @Operation(operationId = "proposeReceiptException", summary = "Propose an exception")
  @APIResponse(
      responseCode = "201",
      description = "The exception, proposed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ExceptionView.class),
              examples = @ExampleObject(name = "exception", value = ExceptionView.EXAMPLE)))
  public Response propose(
      UUID id, @NotNull @Valid ProposeException body, @Context HttpHeaders headers) {
    ReferralCase referral = referrals.open(id, headers);
    body.findings().refuse();
    referral.requireOpen();
    ExceptionToReceipt proposal =
        ExceptionToReceipt.propose(referral, body.code, body.reason, signature());
    exceptions.add(proposal, id);
    return Answers.created(
        "/v1/referrals/" + id + "/receipt-exceptions/" + proposal.id(),
        proposal.version(),
        proposal.view());
  }

  @GET
  @Disclosing("EXCEPTIONS")
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "listReceiptExceptions", summary = "List exceptions, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of the referral's exceptions",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ExceptionView.Listed.class),
              examples = @ExampleObject(name = "exceptions", value = ExceptionView.LISTED_EXAMPLE)))
  public Response list(
      UUID id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor,
      @Context UriInfo request) {
    int size = PageSize.of(limit);
    referrals.requireVisible(id);
    List<ExceptionToReceipt> rows = exceptions.newestFirst(id, Cursor.before(cursor), size);
    return Answers.page(
        Page.of(rows, size, ExceptionToReceipt::id, ExceptionToReceipt::view), request);
  }

  @GET
  @Path("{exceptionId}")
  @Disclosing("EXCEPTIONS")
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(operationId = "getReceiptException", summary = "Read an exception")
  @APIResponse(
      responseCode = "200",
      description = "The exception",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ExceptionView.class),
              examples = @ExampleObject(name = "exception", value = ExceptionView.EXAMPLE)))
  public Response get(UUID id, UUID exceptionId) {
    ExceptionToReceipt found = exceptions.require(id, exceptionId);
    return Answers.ok(found.version(), found.view());
  }

  @POST
  @Path("{exceptionId}/approval")
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "approveReceiptException",
      summary = "Approve an exception",
      description = "By another person than the one who proposed it.")
  public Response approve(
      UUID id, UUID exceptionId, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return decide(
        id, exceptionId, headers, (proposal, referral) -> proposal.approve(referral, signature()));
  }

  @POST
  @Path("{exceptionId}/refusal")
  @Idempotent
  @RolesAllowed({Roles.COORDINATOR, Roles.PROGRAMME_MANAGER})
  @Operation(
      operationId = "refuseReceiptException",
      summary = "Refuse an exception",
      description = "By another person than the one who proposed it.")
  public Response refuse(
      UUID id, UUID exceptionId, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return decide(id, exceptionId, headers, (proposal, referral) -> proposal.refuse(signature()));
  }

  @POST
  @Path("{exceptionId}/withdrawal")
  @Idempotent
  @RolesAllowed({Roles.ASSESSOR, Roles.COORDINATOR})
  @Operation(
      operationId = "withdrawReceiptException",
      summary = "Withdraw an exception",
      description = "By the one who proposed it, until it is decided.")
  public Response withdraw(
      UUID id, UUID exceptionId, @Nullable NoDetails body, @Context HttpHeaders headers) {
    return decide(id, exceptionId, headers, (proposal, referral) -> proposal.withdraw(signature()));
  }

  private Response decide(
      UUID id,
      UUID exceptionId,
      HttpHeaders headers,
      BiConsumer<ExceptionToReceipt, ReferralCase> decision) {
    // Locked first: of two who decide, and of a decision and an acceptance, one comes second.
    ReferralCase referral = referrals.open(id);
    ExceptionToReceipt proposal = exceptions.require(id, exceptionId);
    EntityVersion.require(headers, proposal.version());
    decision.accept(proposal, referral);
    exceptions.flush();
    return Answers.ok(proposal.version(), proposal.view());
  }

  private Signature signature() {
    return Signature.of(caller, referrals.occasion());
  }

  /** Which exception, and what speaks for it: nothing that would let anybody be found. */
  @Schema(
      examples =
"""
{"code":"NO_PARTNER_OR_EX_IN_CONTACT_EVER",
 "reason":"Single for twelve years; confirmed by his keyworker."}
""")
  record ProposeException(@NotNull NoReceiptReason code, @NotBlank @Size(max = 500) String reason) {

    Findings findings() {
      Findings findings = new Findings();
      findings.when(
          ContactDetails.in(reason),
          "reason",
          "CONTAINS_CONTACT_DETAILS",
          "must not carry a telephone number, a postcode or an e-mail address");
      return findings;
    }
  }
}
