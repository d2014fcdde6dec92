package org.crossborough.safety.letter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.participant.Participants;
import org.crossborough.safety.referral.KnownReferrals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Letters to the man, drafted from texts that take his name and nothing else. */
@Path("/v1/participant-letters")
@Tag(name = "Messages", description = "Drafts for a worker to send; nothing is sent by itself")
@RunOnVirtualThread
class ParticipantLetterResource {

  private final KnownReferrals referrals;
  private final Participants participants;
  private final CaseAudit audit;

  ParticipantLetterResource(KnownReferrals referrals, Participants participants, CaseAudit audit) {
    this.referrals = referrals;
    this.participants = participants;
    this.audit = audit;
  }

  /** Which letter, about whose referral. */
  @Schema(
      name = "NewParticipantLetter",
      examples =
          """
          {"referralId":"019bb9a0-7c1e-7000-8000-00000000a001","template":"ACCESS_REQUEST_REPLY"}\
          """)
  record NewLetter(@NotNull UUID referralId, @NotNull ParticipantTemplate template) {}

  /** The letter, to be sent by the programme's office. */
  record LetterDraft(UUID referralId, ParticipantTemplate template, String text) {}

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "draftParticipantLetter", summary = "Draft a letter to the man")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LetterDraft.class),
              examples =
                  @ExampleObject(
                      name = "letter",
                      value =
                          """
                          {"referralId":"019bb9a0-7c1e-7000-8000-00000000a001",
                          "template":"PROGRAMME_REVIEW","text":"Dear Example Man, …"}\
                          """)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule, or is one too many")
  @APIResponse(responseCode = "404", description = "No such referral, whatever the reason")
  public Response draft(@Valid @NotNull NewLetter asked) {
    ParticipantLetter letter =
        referrals
            .personOf(asked.referralId())
            .flatMap(participants::nameOf)
            .map(
                name -> asked.template().render(new ParticipantRecipient(asked.referralId(), name)))
            .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    audit.done("DRAFT_PARTICIPANT_LETTER", asked.referralId());
    return Response.ok(
            new LetterDraft(letter.recipient().referralId(), asked.template(), letter.text()))
        .build();
  }
}
