package org.crossborough.platform.driver;

import java.time.LocalDate;
import java.util.List;

/** A scheduled run. */
public record Run(String id, String boroughCode, String status, List<Session> sessions) {

  /** One of its sessions. */
  public record Session(String id, int index, LocalDate date, String status) {}
}
