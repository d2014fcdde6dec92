package org.crossborough.programme.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.requirement.ProgrammeRequirements;
import org.crossborough.programme.session.SessionStatus;
import org.crossborough.programme.session.Timetable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is expected of a man by the later sessions, and whether he has come so far. */
@Path("/v1/enrolments/{id}/milestones")
@RunOnVirtualThread
@Tag(name = "Practice", description = "Notes, exercises and reviews.")
class MilestoneResource {

  /** All milestones of a man: there are always two. */
  @Schema(name = "Milestones")
  record Milestones(List<Milestone> items) {}

  private final EnrolmentLedger enrolments;
  private final ReviewLog reviews;
  private final Timetable timetable;
  private final ProgrammeRequirements requirements;

  MilestoneResource(
      EnrolmentLedger enrolments,
      ReviewLog reviews,
      Timetable timetable,
      ProgrammeRequirements requirements) {
    this.enrolments = enrolments;
    this.reviews = reviews;
    this.timetable = timetable;
    this.requirements = requirements;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "listMilestones", summary = "Read a man's milestones")
  @APIResponse(
      responseCode = "200",
      description = "The milestones, by his account alone",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Milestones.class),
              examples =
                  @ExampleObject(
                      name = "early",
                      value =
                          """
                          {"items":[{"code":"VIOLENCE_STOPPED","expectedFromSession":10,"due":false,
                          "reached":true,"reviewStage":"INTAKE","evidence":"HIS_ACCOUNT"}]}
                          """)))
  public Milestones list(UUID id) {
    Known man = enrolments.get(id);
    List<Timetable.Entry> sessions =
        timetable.of(List.of(man.runId())).getOrDefault(man.runId(), List.of()).stream()
            .filter(entry -> entry.session().status() != SessionStatus.CANCELLED)
            .toList();
    int held =
        (int)
            sessions.stream()
                .filter(entry -> entry.session().status() == SessionStatus.HELD)
                .count();
    return new Milestones(
        Milestone.of(
            sessions.size(),
            held,
            requirements.of(man.runId()).laterSessionsFromPercent(),
            reviews.latest(id)));
  }
}
