package org.crossborough.safety.meeting;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.casebook.Casebook;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.dash.DashAssessments;
import org.crossborough.safety.dash.RiskLevel;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.crossborough.safety.vault.Disclosed;
import org.crossborough.safety.vault.PersonalKey;
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

/** What meetings said about a case, and what they decided to do. */
@Path("/v1/survivor-cases/{id}/discussions")
@Tag(name = "Case meetings")
@RunOnVirtualThread
class DiscussionResource {

  private static final int LONGEST = 4000;
  private static final String NOTED =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000d101",
      "meetingId":"019bb9a0-7c1e-7000-8000-00000000cf01",
      "caseId":"019bb9a0-7c1e-7000-8000-00000000c001","riskRating":"HIGH",
      "recordedAt":"2026-02-10T16:10:00Z"}\
      """;

  private final Casebook casebook;
  private final CaseMeetings meetings;
  private final DashAssessments assessments;
  private final ContactTasks tasks;
  private final Clock clock;

  DiscussionResource(
      Casebook casebook,
      CaseMeetings meetings,
      DashAssessments assessments,
      ContactTasks tasks,
      Clock clock) {
    this.casebook = casebook;
    this.meetings = meetings;
    this.assessments = assessments;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** What was said about a case, and what is to be done. */
  @Schema(
      name = "NewCaseDiscussion",
      examples =
          """
          {"meetingId":"019bb9a0-7c1e-7000-8000-00000000cf01","riskRating":"HIGH",
           "said":"He missed two sessions; she has moved","actions":[
           {"owner":"SUPPORT_WORKER","dueOn":"2026-02-12","action":"Go through her plan again"}]}\
          """)
  record NewDiscussion(
      @NotNull UUID meetingId,
      @NotNull RiskLevel riskRating,
      @NotNull Secret said,
      @NotNull @Size(max = 20) List<@NotNull @Valid Decided> actions) {}

  /** One thing to be done, by whom and by when. */
  @Schema(name = "NewMeetingAction")
  record Decided(@NotNull MeetingRole owner, @NotNull LocalDate dueOn, @NotNull Secret action) {}

  /** That it was discussed, without what was said. */
  @Schema(name = "RecordedDiscussion")
  record Noted(UUID id, UUID meetingId, UUID caseId, RiskLevel riskRating, Instant recordedAt) {}

  /** A discussion in clear. */
  @Schema(name = "CaseDiscussionView")
  record DiscussionView(
      Noted discussion,
      @JsonSerialize(using = Disclosed.class) Secret said,
      List<ActionView> actions) {}

  /** One thing to be done, in clear. */
  @Schema(name = "MeetingActionView")
  record ActionView(
      UUID id,
      MeetingRole owner,
      LocalDate dueOn,
      @JsonSerialize(using = Disclosed.class) Secret action,
      @Nullable LocalDate doneOn,
      long version) {}

  /** The discussions of a case, the last recorded first. */
  @Schema(name = "CaseDiscussionPage")
  record Discussions(List<DiscussionView> items, @Nullable String next) {}

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
      operationId = "recordCaseDiscussion",
      summary = "Record what a meeting said about a case, once per meeting",
      description =
          "A rating above that of her last assessment, or without one, calls for her risk to be assessed again.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; the answer does not repeat what was said",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Noted.class),
              examples = @ExampleObject(name = "recorded", value = NOTED)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  @APIResponse(responseCode = "409", description = "Recorded before")
  @APIResponse(responseCode = "412", description = "The case has changed since it was read")
  public Response record(
      UUID id, @Valid @NotNull NewDiscussion said, @Context HttpHeaders headers) {
    OpenCase open = casebook.addTo(id, headers);
    refuseUnlessSound(said, meetings.findByIdOptional(said.meetingId()));
    if (meetings.hasDiscussed(said.meetingId(), id)) {
      throw MeetingProblem.ALREADY_DISCUSSED.because("Record it at the next meeting.");
    }
    Instant now = clock.instant();
    CaseDiscussion discussion = CaseDiscussion.sealed(id, said, open.key(), casebook.actor(), now);
    meetings.getEntityManager().persist(discussion);
    said.actions()
        .forEach(decided ->
            meetings
                .getEntityManager()
                .persist(MeetingAction.sealed(discussion.id(), id, decided, open.key())));
    raiseTasks(id, said, now);
    casebook.done("RECORD_CASE_DISCUSSION", id);
    return Answers.created(
        "/v1/survivor-cases/%s/discussions".formatted(id), 0, discussion.noted());
  }

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listCaseDiscussions", summary = "What meetings said, in clear")
  @APIResponse(
      responseCode = "200",
      description = "A page of discussions, the last recorded first",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Discussions.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value =
                          "{\"items\":[{\"discussion\":"
                              + NOTED
                              + ",\"said\":\"He missed two sessions; she has moved\","
                              + "\"actions\":[]}]}")))
  @APIResponse(responseCode = "400", description = "No purpose was given, or no valid page")
  @APIResponse(responseCode = "401", description = "The sign-in is not strong enough")
  @APIResponse(responseCode = "404", description = "No such case, whatever the reason")
  public Response list(
      UUID id,
      @HeaderParam(ReadingPurpose.HEADER) @Parameter(required = true, example = "SUPERVISION")
          @Nullable String purpose,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    UUID before = Cursor.before(cursor);
    OpenCase open = casebook.read(id, "LIST_DISCUSSIONS", purpose);
    List<CaseDiscussion> rows = meetings.discussions(id, before, Page.rows(limit));
    Map<UUID, List<MeetingAction>> actions =
        meetings.actions(rows.stream().map(CaseDiscussion::id).toList()).stream()
            .collect(Collectors.groupingBy(MeetingAction::discussionId));
    return Answers.page(
        Page.of(
            rows,
            limit,
            CaseDiscussion::id,
            one -> view(one, actions.getOrDefault(one.id(), List.of()), open.key())),
        request);
  }

  private void raiseTasks(UUID id, NewDiscussion said, Instant now) {
    said.actions().stream()
        .map(Decided::dueOn)
        .min(Comparator.naturalOrder())
        .map(first -> first.plusDays(1).atStartOfDay(Faults.LONDON).toInstant())
        .ifPresent(due -> tasks.raise(id, ContactTrigger.MEETING_ACTION, now, due));
    boolean ratedAlike =
        assessments
            .current(id)
            .filter(one -> one.finalLevel().compareTo(said.riskRating()) >= 0)
            .isPresent();
    if (!ratedAlike) {
      tasks.raise(id, ContactTrigger.RISK_REASSESSMENT, now);
    }
  }

  private static void refuseUnlessSound(NewDiscussion said, Optional<CaseMeeting> meeting) {
    Faults faults =
        new Faults()
            .when(meeting.isEmpty(), "meetingId", "UNKNOWN", "is not a meeting that was recorded")
            .text("said", said.said(), LONGEST);
    LocalDate heldOn = meeting.map(CaseMeeting::heldOn).orElse(LocalDate.EPOCH);
    for (int i = 0; i < said.actions().size(); i++) {
      Decided decided = said.actions().get(i);
      var _ = faults.text("actions[%d].action".formatted(i), decided.action(), LONGEST);
      if (meeting.isPresent()) {
        var _ = faults.notBefore("actions[%d].dueOn".formatted(i), decided.dueOn(), heldOn);
      }
    }
    faults.refuse();
  }

  private static DiscussionView view(
      CaseDiscussion discussion, List<MeetingAction> actions, PersonalKey key) {
    return new DiscussionView(
        discussion.noted(),
        discussion.open(key),
        actions.stream().map(action -> action.open(key)).toList());
  }
}
