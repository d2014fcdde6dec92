package org.crossborough.platform.driver;

import java.time.LocalDate;
import java.util.List;

/** One dated delivery of a programme template, with its sessions. */
public record NewRun(
    String templateCode,
    int templateVersion,
    String boroughCode,
    LocalDate startsOn,
    LocalDate endsOn,
    int capacity,
    List<String> facilitators,
    List<NewSession> sessions) {

  /**
   * One session to come.
   *
   * @param countableMinutes the share that is about violence
   */
  public record NewSession(
      int index,
      LocalDate date,
      String startTime,
      int plannedMinutes,
      int countableMinutes,
      List<String> moduleCodes) {}
}
