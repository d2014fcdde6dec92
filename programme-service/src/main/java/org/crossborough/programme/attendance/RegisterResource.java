package org.crossborough.programme.attendance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Answers;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.session.Timetable;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of a session. */
@Path("/v1/sessions/{id}/register")
@RunOnVirtualThread
@Tag(name = "Attendance", description = "What happened at a session, in codes and minutes.")
class RegisterResource {

  private static final String EXAMPLE =
      """
      {"sessionId":"019b7a10-0000-7000-8000-000000000021","entries":[
      {"enrolmentId":"019b7a10-0000-7000-8000-000000000031","code":"ATTENDED",
      "attendedMinutes":300,"countableMinutes":150,"revision":1}]}
      """;

  private final Timetable timetable;
  private final TakeRegister register;
  private final Attendances attendances;
  private final Clock clock;
  private final Caller caller;

  RegisterResource(
      Timetable timetable,
      TakeRegister register,
      Attendances attendances,
      Clock clock,
      Caller caller) {
    this.timetable = timetable;
    this.register = register;
    this.attendances = attendances;
    this.clock = clock;
    this.caller = caller;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(operationId = "getRegister", summary = "Read the register of a session")
  @APIResponse(
      responseCode = "200",
      description = "What stands, in the order of allocation; the ETag is the session's",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RegisterView.class),
              examples = @ExampleObject(name = "taken", value = EXAMPLE)))
  public Response get(UUID id) {
    return Answers.ok(timetable.sheet(id).version(), all(id));
  }

  @PUT
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(
      operationId = "takeRegister",
      summary = "Take or correct the register of a held session, all of it or nothing",
      description =
          "May be written without a network and handed in later. A register with an id of the"
              + " device's own is taken once, however often it is sent. Who hands in last wins only"
              + " knowingly: with the session's current ETag, or with the revision of every line as"
              + " last read (0 for none), which lets a register in although other lines changed."
              + " Otherwise the answer is 412 with the register as it stands and the lines that"
              + " differ. `If-Match: *` without revisions overwrites. `takenAt` is kept with the lines"
              + " and never decides, since the clocks of devices differ: neither an older nor a newer"
              + " register wins by its time.")
  @APIResponse(
      responseCode = "200",
      description = "What now stands for those who were named",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RegisterView.class),
              examples = @ExampleObject(name = "taken", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "A line breaks a rule; nothing was stored")
  @APIResponse(responseCode = "404", description = "No such session for this caller")
  @APIResponse(
      responseCode = "409",
      description =
          "The session is not held, somebody may not take part, a session was made up for already,"
              + " or the register's id was given to another one; field and code say which line, and"
              + " nothing was stored")
  @APIResponse(
      responseCode = "412",
      description = "Lines were written since they were read; both versions are in the answer")
  public Response take(UUID id, @Valid @NotNull Register request, @Context HttpHeaders headers) {
    RegisterSheet session = timetable.sheet(id);
    if (register.isRepeat(session, request)) {
      return Answers.ok(session.version(), view(id, request));
    }
    requireSeen(session, request, headers);
    List<Attendance> lines = register.take(session, request, Act.of(caller, clock.instant()));
    long version = lines.isEmpty() ? session.version() : timetable.registerChanged(id);
    return Answers.ok(version, view(id, request));
  }

  /** Refuses to overwrite what the writer has not seen, and shows it. */
  private void requireSeen(RegisterSheet session, Register request, HttpHeaders headers) {
    boolean byLine = request.entries().stream().allMatch(entry -> entry.revision() != null);
    String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
    boolean current = EntityVersion.tag(session.version()).equals(given);
    if (current || given == null || given.isBlank() || (given.equals("*") && !byLine)) {
      EntityVersion.require(headers, session.version());
      return;
    }
    Map<UUID, Attendance> standing = attendances.standing(session.sessionId());
    List<RegisterView.Difference> differences =
        request.entries().stream()
            .filter(entry -> !byLine || isUnseen(entry, standing.get(entry.enrolmentId())))
            .map(entry -> difference(entry, standing.get(entry.enrolmentId()), session))
            .flatMap(Optional::stream)
            .toList();
    if (!byLine || !differences.isEmpty()) {
      throw RequestProblem.STALE
          .builder()
          .withDetail("Lines were written since you read them; decide which stand.")
          .with("register", all(session.sessionId()))
          .with("differences", differences)
          .build();
    }
  }

  private static boolean isUnseen(Register.Entry entry, @Nullable Attendance standing) {
    int written = standing == null ? 0 : standing.revision();
    return !Objects.equals(entry.revision(), written);
  }

  private static Optional<RegisterView.Difference> difference(
      Register.Entry entry, @Nullable Attendance standing, RegisterSheet session) {
    return standing != null && standing.says(entry, session)
        ? Optional.empty()
        : Optional.of(
            new RegisterView.Difference(
                entry.enrolmentId(),
                standing == null ? null : RegisterView.Line.of(standing),
                entry));
  }

  private RegisterView all(UUID sessionId) {
    return new RegisterView(
        sessionId,
        attendances.standing(sessionId).values().stream()
            .sorted(Comparator.comparing(Attendance::enrolmentId))
            .map(RegisterView.Line::of)
            .toList());
  }

  private RegisterView view(UUID sessionId, Register request) {
    Map<UUID, Attendance> standing = attendances.standing(sessionId);
    List<RegisterView.Line> lines =
        request.entries().stream()
            .map(entry -> Objects.requireNonNull(standing.get(entry.enrolmentId())))
            .map(RegisterView.Line::of)
            .toList();
    return new RegisterView(sessionId, lines);
  }
}
