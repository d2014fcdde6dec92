package org.crossborough.safety.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.idempotency.Idempotent;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The teams of the boroughs; from the first member on, a borough's cases are its team's alone. */
@Path("/v1/case-teams")
@Tag(name = "Teams", description = "Who works with the cases of which borough")
@RunOnVirtualThread
class TeamResource {

  private static final String MEMBER =
      """
      {"id":"019bb9a0-7c1e-7000-8000-00000000aa01","boroughCode":"E09000021",
      "worker":"example-worker","addedAt":"2026-01-13T09:00:00Z","version":0}\
      """;

  private final TeamMembers members;
  private final SurvivorCases cases;
  private final CaseAudit audit;
  private final Clock clock;

  TeamResource(TeamMembers members, SurvivorCases cases, CaseAudit audit, Clock clock) {
    this.members = members;
    this.cases = cases;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A worker who joins the team of a borough.
   *
   * @param casesChangingHands how many cases the caller expects to be closed to everybody else, if
   *     it is the team's first member; left out, none
   */
  @Schema(examples = "{\"boroughCode\":\"E09000021\",\"worker\":\"example-worker\"}")
  record Joining(
      @NotNull @Pattern(regexp = "[EWSN]\\d{8}") String boroughCode,
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{1,99}") String worker,
      @Min(0) @Nullable Long casesChangingHands) {}

  /**
   * A worker's going from a team.
   *
   * @param casesChangingHands how many cases the caller expects to be opened to everybody, if it is
   *     the team's last member; left out, none
   */
  @Schema(examples = "{}")
  record Leaving(@Min(0) @Nullable Long casesChangingHands) {}

  /** A worker's place in a team. */
  record Member(
      UUID id,
      String boroughCode,
      String worker,
      Instant addedAt,
      @Nullable Instant leftAt,
      long version) {}

  /** Places in teams. */
  record Members(List<Member> items, @Nullable String next) {}

  @GET
  @Transactional
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(operationId = "listTeamMembers", summary = "Who is in which team, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of current members",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Members.class),
              examples = @ExampleObject(name = "page", value = "{\"items\":[" + MEMBER + "]}")))
  @APIResponse(responseCode = "400", description = "The limit or the cursor is not valid")
  @APIResponse(responseCode = "403", description = "Not a token of the support side")
  public Response list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAXIMUM) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    List<TeamMember> rows = members.before(Cursor.before(cursor), Page.rows(limit));
    return Answers.page(Page.of(rows, limit, TeamMember::id, TeamMember::view), request);
  }

  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "addTeamMember",
      summary = "Add a worker to the team of a borough",
      description =
          "From the first member on a borough's cases are closed to everybody else at once. So their"
              + " number must then be confirmed in `casesChangingHands`; a refusal names it.")
  @APIResponse(
      responseCode = "201",
      description = "The worker is in the team",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Member.class),
              examples = @ExampleObject(name = "member", value = MEMBER)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(
      responseCode = "409",
      description = "The worker is in that team, or more or fewer cases would change hands")
  public Response add(@Valid @NotNull Joining joining) {
    members.changeOneByOne(joining.boroughCode());
    if (members.isIn(joining.worker(), joining.boroughCode())) {
      throw TeamProblem.MEMBER_ALREADY.because("Nothing needs to be done.");
    }
    refuseUnlessExpected(joining.boroughCode(), joining.casesChangingHands(), "closed to");
    TeamMember member =
        TeamMember.of(joining.boroughCode(), joining.worker(), audit.actor(), clock.instant());
    members.persist(member);
    audit.done("ADD_TEAM_MEMBER", member.id().toString(), "TEAM_CARE");
    return Answers.created("/v1/case-teams/" + member.id(), member.version(), member.view());
  }

  /**
   * While nobody is in a team its borough's cases are everybody's, so that the first who comes
   * closes them and the last who goes opens them. Counts what the caller may open then and nothing
   * else, so that the number tells nothing new.
   */
  private void refuseUnlessExpected(String boroughCode, @Nullable Long expected, String become) {
    long changing = members.isThereATeam(boroughCode) ? 0 : cases.openIn(boroughCode);
    if (changing != (expected == null ? 0 : expected)) {
      throw TeamProblem.CASES_CHANGE_HANDS.because(
          "%d cases would be %s everybody else. Send casesChangingHands: %d if that is what is wanted."
              .formatted(changing, become, changing));
    }
  }

  @POST
  @Path("/{id}/leaving")
  @Transactional
  @Idempotent
  @RolesAllowed("iss-manager")
  @Operation(
      operationId = "removeTeamMember",
      summary = "Take a worker out of a team",
      description =
          "When the last member has gone a borough's cases are open to everybody of the support side"
              + " at once. So their number must then be confirmed in `casesChangingHands`; a refusal"
              + " names it.")
  @APIResponse(
      responseCode = "200",
      description = "The worker has left the team",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Member.class),
              examples = @ExampleObject(name = "member", value = MEMBER)))
  @APIResponse(responseCode = "400", description = "A field breaks a rule")
  @APIResponse(responseCode = "403", description = "Not a manager of the support side")
  @APIResponse(responseCode = "404", description = "No such place in a team")
  @APIResponse(
      responseCode = "409",
      description = "The worker has left before, or more or fewer cases would change hands")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  public Response remove(UUID id, @Valid @Nullable Leaving leaving, @Context HttpHeaders headers) {
    TeamMember member =
        members.findByIdOptional(id).orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    members.changeOneByOne(member.boroughCode());
    EntityVersion.require(headers, member.version());
    member.leave(audit.actor(), clock.instant());
    members.flush();
    refuseUnlessExpected(
        member.boroughCode(), leaving == null ? null : leaving.casesChangingHands(), "opened to");
    audit.done("REMOVE_TEAM_MEMBER", id.toString(), "TEAM_CARE");
    return Answers.ok(member.version(), member.view());
  }
}
