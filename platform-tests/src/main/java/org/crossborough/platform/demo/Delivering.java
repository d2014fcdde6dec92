package org.crossborough.platform.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossborough.platform.driver.ProgrammeDesk;
import org.crossborough.platform.driver.RegisterEntry;
import org.crossborough.platform.driver.Run;

/** Sessions are held, registers kept, and each man's time on the programme comes to its end. */
final class Delivering {

  private final Stage stage;
  private final Story story;
  private final ProgrammeDesk desk;

  Delivering(Stage stage) {
    this.stage = stage;
    this.story = stage.story();
    this.desk = new ProgrammeDesk(stage.api());
  }

  void deliver(Map<PlannedRun, Run> runs, Map<Man, String> enrolments) {
    List<Meeting> meetings = new ArrayList<>();
    runs.forEach((planned, run) ->
        run.sessions().forEach(session -> meetings.add(new Meeting(planned, session))));
    stage.forEach("sessions held, registers saved", meetings, one -> hold(one, enrolments));
  }

  private void hold(Meeting meeting, Map<Man, String> enrolments) {
    PlannedRun run = meeting.run();
    int index = meeting.session().index();
    desk.hold(
        story.key("run-" + run.name() + "/session-" + index),
        meeting.session().id(),
        run.plannedMinutes());
    List<RegisterEntry> entries =
        story.menOf(run).stream()
            .filter(man -> man.attendance().get(index - 1) != Mark.NOT_LISTED)
            .map(man -> entry(man, index, idOf(man, enrolments)))
            .toList();
    desk.saveRegister(meeting.session().id(), entries);
  }

  private static RegisterEntry entry(Man man, int index, String enrolment) {
    Mark mark = man.attendance().get(index - 1);
    return new RegisterEntry(enrolment, mark.code(), mark.minutesOf(man.run().plannedMinutes()));
  }

  void conclude(Map<Man, String> enrolments) {
    stage.forEach(
        "completions, exits and no-shows",
        story.men(),
        man -> conclude(man, idOf(man, enrolments)));
  }

  private void conclude(Man man, String enrolment) {
    if (!man.starts()) {
      desk.recordNoShow(story.key(man, "no-show"), enrolment);
    } else if (Story.completes(man)) {
      desk.recordCompletion(story.key(man, "completion"), enrolment, endOf(man));
    } else {
      desk.recordExit(story.key(man, "exit"), enrolment, "DROPPED_OUT", endOf(man));
    }
  }

  static LocalDate endOf(Man man) {
    return Story.completes(man) ? man.run().endsOn() : man.lastAttendedOn();
  }

  private static String idOf(Man man, Map<Man, String> enrolments) {
    return Objects.requireNonNull(enrolments.get(man), "not enrolled");
  }

  private record Meeting(PlannedRun run, Run.Session session) {}
}
