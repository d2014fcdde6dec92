package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReferralDiagramTest {

  private static final String HEADER =
      """
      # The states of a referral

      Drawn from the table the service works with; a test fails when the two differ.

      ```mermaid
      stateDiagram-v2
      """;

  @Test
  void the_diagram_shows_the_table() throws IOException {
    Path file =
        Path.of(System.getProperty("crossborough.root", ".."), "docs/state-machines/referral.md");
    if (Boolean.getBoolean("crossborough.docs.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, diagram());
    }

    assertThat(file)
        .as("run with -Dcrossborough.docs.update=true and review the difference")
        .hasContent(diagram());
  }

  private static String diagram() {
    StringBuilder text = new StringBuilder(HEADER);
    for (ReferralTransition transition : ReferralTransition.values()) {
      if (transition.from().isEmpty()) {
        text.append(arrow("[*]", transition.to().name(), transition));
      }
      transition.from().stream()
          .sorted()
          .forEach(from -> text.append(arrow(from.name(), transition.to().name(), transition)));
    }
    Arrays.stream(ReferralStatus.values())
        .filter(status -> !leadsOnward(status))
        .forEach(status -> text.append("  %s --> [*]\n".formatted(status)));
    return text.append("```\n").toString();
  }

  private static boolean leadsOnward(ReferralStatus status) {
    return Arrays.stream(ReferralTransition.values())
        .anyMatch(transition ->
            transition != ReferralTransition.REOPEN && transition.from().contains(status));
  }

  private static String arrow(String from, String to, ReferralTransition transition) {
    return "  %s --> %s: %s\n".formatted(from, to, transition);
  }
}
