package org.crossborough.safety.survivorcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivorCaseTransitionTest {

  private static final String TABLE =
      """
      BEGIN_CONTACT: DETAILS_RECEIVED -> CONTACT_IN_PROGRESS
      REACH: CONTACT_IN_PROGRESS -> REACHED
      SUPPORT: REACHED -> ACTIVE_SUPPORT
      INFORM: REACHED -> INFORMATION_ONLY
      DECLINE: REACHED -> DECLINED_SUPPORT
      GIVE_UP: CONTACT_IN_PROGRESS -> UNABLE_TO_CONTACT
      FIND_UNSAFE: CONTACT_IN_PROGRESS -> UNSAFE_TO_CONTACT
      RESUME: DECLINED_SUPPORT -> CONTACT_IN_PROGRESS
      RESUME: UNABLE_TO_CONTACT -> CONTACT_IN_PROGRESS
      RESUME: UNSAFE_TO_CONTACT -> CONTACT_IN_PROGRESS
      RESUME: CLOSED -> CONTACT_IN_PROGRESS
      TRANSFER: DETAILS_RECEIVED -> TRANSFERRED
      TRANSFER: CONTACT_IN_PROGRESS -> TRANSFERRED
      TRANSFER: REACHED -> TRANSFERRED
      TRANSFER: ACTIVE_SUPPORT -> TRANSFERRED
      TRANSFER: INFORMATION_ONLY -> TRANSFERRED
      TRANSFER: DECLINED_SUPPORT -> TRANSFERRED
      TRANSFER: UNABLE_TO_CONTACT -> TRANSFERRED
      TRANSFER: UNSAFE_TO_CONTACT -> TRANSFERRED
      TRANSFER: CLOSED -> TRANSFERRED
      CLOSE: DETAILS_RECEIVED -> CLOSED
      CLOSE: CONTACT_IN_PROGRESS -> CLOSED
      CLOSE: REACHED -> CLOSED
      CLOSE: ACTIVE_SUPPORT -> CLOSED
      CLOSE: INFORMATION_ONLY -> CLOSED
      CLOSE: DECLINED_SUPPORT -> CLOSED
      CLOSE: UNABLE_TO_CONTACT -> CLOSED
      CLOSE: UNSAFE_TO_CONTACT -> CLOSED
      CLOSE: TRANSFERRED -> CLOSED
      """;

  @Test
  void every_status_allows_exactly_the_moves_of_the_table() {
    StringBuilder legal = new StringBuilder();
    for (SurvivorCaseTransition transition : SurvivorCaseTransition.values()) {
      for (SurvivorCaseStatus status : SurvivorCaseStatus.values()) {
        if (transition.leaves(status)) {
          legal.append("%s: %s -> %s\n".formatted(transition, status, transition.from(status)));
        } else {
          assertThat(
                  catchThrowableOfType(HttpProblem.class, () -> transition.from(status))
                      .getStatusCode())
              .isEqualTo(409);
        }
      }
    }
    assertThat(legal.toString()).isEqualTo(TABLE);
  }

  @Test
  void the_diagram_in_the_documentation_is_this_table() throws IOException {
    Path document =
        Path.of(System.getProperty("crossborough.root"), "docs/state-machines/survivor-case.md");
    if (Boolean.getBoolean("crossborough.docs.update")) {
      Files.createDirectories(document.getParent());
      Files.writeString(document, rendered());
    }
    assertThat(Files.readString(document))
        .as("run with -Dcrossborough.docs.update=true and review the difference")
        .isEqualTo(rendered());
  }

  private static String rendered() {
    return """
    # Survivor case

    Where the support of one survivor stands; known to safety-service alone, and never published.
    Rendered from `SurvivorCaseTransition`; a test compares the two.

    ```mermaid
    stateDiagram-v2
      [*] --> DETAILS_RECEIVED
    %s
    ```
    """
        .formatted(moves());
  }

  private static String moves() {
    List<String> moves = new ArrayList<>();
    for (SurvivorCaseStatus status : SurvivorCaseStatus.values()) {
      for (SurvivorCaseTransition transition : SurvivorCaseTransition.values()) {
        if (transition.leaves(status)) {
          moves.add("  %s --> %s: %s".formatted(status, transition.to(), transition));
        }
      }
    }
    return String.join("\n", moves);
  }
}
