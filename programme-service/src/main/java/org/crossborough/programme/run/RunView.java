package org.crossborough.programme.run;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.session.SessionView;
import org.crossborough.programme.session.Timetable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run with its timetable, as staff see it. */
@Schema(name = "Run")
record RunView(
    UUID id,
    String templateCode,
    int templateVersion,
    String boroughCode,
    @Nullable String venue,
    LocalDate startsOn,
    LocalDate endsOn,
    int capacity,
    int minimumCountableMinutes,
    RunStatus status,
    @Nullable RunCancelReason cancelReason,
    ScheduleRun.Intake intake,
    @Nullable Integer intakeEveryWeeks,
    List<String> facilitators,
    List<SessionView> sessions) {

  static RunView of(ProgrammeRun run, List<Timetable.Entry> timetable) {
    List<SessionView> sessions = timetable.stream().map(Timetable.Entry::session).toList();
    return new RunView(
        run.id(),
        run.templateCode(),
        run.templateVersion(),
        run.boroughCode(),
        run.venue(),
        run.startsOn(),
        run.endsOn(),
        run.capacity(),
        run.minimumCountableMinutes(),
        status(run, timetable),
        run.cancelReason(),
        run.intake(),
        run.intakeEveryWeeks(),
        run.facilitators(),
        sessions);
  }

  static RunStatus status(ProgrammeRun run, List<Timetable.Entry> timetable) {
    return RunStatus.of(
        run.isCancelled(), timetable.stream().map(entry -> entry.session().status()).toList());
  }

  /** Rises whenever anything shown does: versions of runs and sessions never fall. */
  static long version(ProgrammeRun run, List<Timetable.Entry> timetable) {
    return run.version() + timetable.stream().mapToLong(Timetable.Entry::version).sum();
  }
}
