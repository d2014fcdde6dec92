package org.crossborough.outcomes.driver;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** TOPs as JSON. */
public final class Tops {

  private Tops() {}

  /** A form with days of use and a rating of the quality of life. */
  public static String top(
      UUID referralId, String stage, String on, Map<String, Integer> days, int qualityOfLife) {
    String substances =
        days.entrySet().stream()
            .map(used -> "\"%s\":{\"total\":%d}".formatted(used.getKey(), used.getValue()))
            .collect(Collectors.joining(","));
    return """
    {"referralId":"%s","stage":"%s","interviewDate":"%s","formVersion":"TOP_2018_PLUS",
    "substances":{%s},"qualityOfLife":%d}
    """
        .formatted(referralId, stage, on, substances, qualityOfLife);
  }
}
