package org.crossborough.platform.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One person's case as her support worker sees it. */
public record SurvivorCase(
    String id,
    String status,
    String referralId,
    int contactTier,
    List<ContactPoint> contactPoints,
    List<JsonNode> attempts,
    List<Task> tasks,
    boolean cleared) {

  /** A contact that is due, and why. */
  public record Task(String trigger) {}

  /** Whether contact is due for that reason. */
  public boolean isDueFor(String trigger) {
    return tasks.stream().anyMatch(task -> task.trigger().equals(trigger));
  }

  /** One way to reach her. */
  public record ContactPoint(String id, String type, String safe) {}

  /** One line of the worklist: no name, no referral. */
  public record Listed(String id, String status, int contactTier) {}
}
