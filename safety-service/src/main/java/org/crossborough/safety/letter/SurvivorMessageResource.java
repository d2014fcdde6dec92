package org.crossborough.safety.letter;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.contact.ContactUse;
import org.crossborough.safety.notice.NotificationChoices;
import org.crossborough.safety.person.People;
import org.crossborough.safety.person.PersonDetails;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages to a survivor, drafted for a worker, and which news she wishes to have. */
@Path("/v1/survivor-cases/{id}")
@Tag(name = "Messages")
@RunOnVirtualThread
class SurvivorMessageResource {

  private static final String DRAFT =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000ac01",
      "contactPointId":"019bb9a0-7c1e-7000-8000-00000000d001","use":"TEXT",
      "template":"PLEASE_CALL","draftedAt":"2026-02-02T10:00:00Z"}\
      """;

  private static final String CHOSEN =
      """
      {"chosenAt":"2026-02-02T10:00:00Z","essential":"YES","events":["START","EXIT"]}\
      """;

  private final SurvivorCases cases;
  private final SurvivorDrafts drafts;
  private final NotificationChoices choices;
  private final AtRiskPeople people;
  private final People known;
  private final CaseAudit audit;
  private final Clock clock;

  SurvivorMessageResource(
      SurvivorCases cases,
      SurvivorDrafts drafts,
      NotificationChoices choices,
      AtRiskPeople people,
      People known,
      CaseAudit audit,
      Clock clock) {
    this.cases = cases;
    this.drafts = drafts;
    this.choices = choices;
    this.people = people;
    this.known = known;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which message, to which of her contact points; there is no field for an address. */
  @Schema(
      name = "NewSurvivorMessage",
      examples =
          """
          {"contactPointId":"019bb9a0-7c1e-7000-8000-00000000d001","use":"TEXT",
           "template":"PLEASE_CALL"}\
          """)
  record NewMessage(
      @NotNull UUID contactPointId, @NotNull ContactUse use, @NotNull SurvivorTemplate template) {}

  /** The text of a draft, in clear. */
  record DraftText(UUID id, Secret text) {}

  @POST
  @Path("/messages")
  @Transactional
  @Idempotent
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "draftSurvivorMessage", summary = "Draft a message to her")
  @APIResponse(
      responseCode = "201",
      description = "The draft, without its text",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurvivorDrafts.Draft.class),
              examples = @ExampleObject(name = "draft", value = DRAFT)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule, or is one too many")
  @APIResponse(responseCode = "404", description = "No such case or contact point")
  @APIResponse(responseCode = "409", description = "It could reach somebody else; see reasons")
  public Response draft(UUID id, @Valid @NotNull NewMessage asked) {
    Instant now = clock.instant();
    SurvivorMessage message =
        render(cases.known(id), asked.contactPointId(), asked.use(), asked.template(), now);
    SurvivorDraft draft = SurvivorDraft.of(id, message, asked.template(), audit.actor(), now);
    drafts.persist(draft);
    audit.done("DRAFT_SURVIVOR_MESSAGE", id);
    return Answers.created(
        "/v1/survivor-cases/%s/messages/%s".formatted(id, draft.id()), 0, draft.view());
  }

  @GET
  @Path("/messages/{messageId}")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "readSurvivorMessage",
      summary = "The text of a draft, if it still may be sent now")
  @APIResponse(
      responseCode = "200",
      description = "The text",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DraftText.class),
              examples =
                  @ExampleObject(
                      name = "text",
                      value =
                          """
                          {"id":"019bb9a0-7c1e-7000-8000-00000000ac01","text":"Hello, this is \
                          the library. Please call when it is a good time for you."}\
                          """)))
  @APIResponse(responseCode = "400", description = "No purpose was given")
  @APIResponse(responseCode = "404", description = "No such case or draft")
  @APIResponse(responseCode = "409", description = "It could reach somebody else by now")
  public JsonNode text(
      UUID id,
      UUID messageId,
      @HeaderParam(ReadingPurpose.HEADER)
          @Parameter(
              required = true,
              description = ReadingPurpose.HELP,
              example = "SENDING_A_MESSAGE")
          @Nullable String purpose) {
    SurvivorCases.Known survivorCase = cases.read(id, "READ_SURVIVOR_MESSAGE", purpose);
    SurvivorDrafts.Draft draft =
        drafts.of(id).stream()
            .filter(one -> one.id().equals(messageId))
            .findAny()
            .orElseThrow(this::notFound);
    SurvivorMessage message =
        render(
            survivorCase, draft.contactPointId(), draft.use(), draft.template(), clock.instant());
    return ClearText.told(new DraftText(messageId, message.text()));
  }

  @PUT
  @Path("/notifications")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "chooseNotifications",
      summary = "Record which news of the programme she wishes to have")
  @APIResponse(
      responseCode = "200",
      description = "Her answer; the last one counts",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NotificationChoices.Chosen.class),
              examples = @ExampleObject(name = "chosen", value = CHOSEN)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case or contact point")
  public NotificationChoices.Chosen choose(
      UUID id, NotificationChoices.@Valid @NotNull Choice choice) {
    SurvivorCases.Known survivorCase = cases.known(id);
    if (choice.contactPointId() != null) {
      var _ = point(survivorCase.personId(), choice.contactPointId());
    }
    audit.done("CHOOSE_NOTIFICATIONS", id);
    return choices.choose(id, choice, audit.actor(), clock.instant());
  }

  @GET
  @Path("/notifications")
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "readNotifications", summary = "Which news she wishes to have")
  @APIResponse(
      responseCode = "200",
      description = "Her last answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NotificationChoices.Chosen.class),
              examples = @ExampleObject(name = "chosen", value = CHOSEN)))
  @APIResponse(responseCode = "404", description = "No such case, or she was not asked yet")
  public NotificationChoices.Chosen chosen(UUID id) {
    audit.reading("READ_NOTIFICATIONS", id, "SAFE_CONTACT");
    var _ = cases.known(id);
    return choices.last(id).orElseThrow(this::notFound);
  }

  private SurvivorMessage render(
      SurvivorCases.Known survivorCase,
      UUID pointId,
      ContactUse use,
      SurvivorTemplate template,
      Instant at) {
    PersonDetails details = known.details(survivorCase.personId()).orElseThrow(this::notFound);
    PointMark point = point(survivorCase.personId(), pointId);
    return template.render(
        SurvivorRecipient.at(point, use, details, details.times(), at), details.introduceAs());
  }

  private PointMark point(UUID personId, UUID pointId) {
    return people.marks(personId).stream()
        .filter(point -> point.id().equals(pointId))
        .findAny()
        .orElseThrow(this::notFound);
  }

  private RuntimeException notFound() {
    return RequestProblem.NOT_FOUND.builder().build();
  }
}
