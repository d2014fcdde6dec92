package org.crossborough.platform.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.crossborough.platform.driver.NewRun;
import org.crossborough.platform.driver.ProgrammeDesk;

/** One run of a story. */
record PlannedRun(
    String name,
    String boroughCode,
    LocalDate startsOn,
    LocalDate endsOn,
    int plannedMinutes,
    int countableMinutes,
    LocalDate referredFrom,
    List<LocalDate> sessions) {

  private static final int CAPACITY = 15;

  int countable(Mark mark) {
    return mark.minutesOf(plannedMinutes) * countableMinutes / plannedMinutes;
  }

  NewRun toSchedule() {
    List<NewRun.NewSession> planned =
        IntStream.range(0, sessions.size()).mapToObj(this::session).toList();
    return new NewRun(
        "MEN_AND_MASCULINITIES",
        1,
        boroughCode,
        startsOn,
        endsOn,
        CAPACITY,
        ProgrammeDesk.FACILITATORS,
        planned);
  }

  private NewRun.NewSession session(int index) {
    return new NewRun.NewSession(
        index + 1,
        sessions.get(index),
        "10:00",
        plannedMinutes,
        countableMinutes,
        List.of("MASCULINITY"));
  }
}
