package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnrolmentDiagramTest {

  @Test
  void the_documented_diagram_is_the_one_in_the_code() throws IOException {
    Path file =
        Path.of(System.getProperty("crossborough.root"), "docs", "state-machines", "enrolment.md");
    if (Boolean.getBoolean("crossborough.docs.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, page());
    }

    assertThat(page())
        .as("run with -Dcrossborough.docs.update=true and review the difference")
        .isEqualTo(Files.readString(file));
  }

  private static String page() {
    return """
    # Enrolment

    Generated from `EnrolmentTransition`; a test fails when the two differ. A hold is no status: it
    is a fact beside it, shown as `PROGRAMME_REVIEW`. Starting follows from the first countable
    attendance in a register.

    ```mermaid
    stateDiagram-v2
        [*] --> PLANNED
    %s
    %s
    ```
    """
        .formatted(moves(), ends());
  }

  private static String moves() {
    return Arrays.stream(EnrolmentTransition.values())
        .flatMap(by ->
            Arrays.stream(EnrolmentStatus.values())
                .filter(by::leadsFrom)
                .map(from -> "    %s --> %s: %s".formatted(from, by.to(), by)))
        .collect(Collectors.joining("\n"));
  }

  private static String ends() {
    return Arrays.stream(EnrolmentStatus.values())
        .filter(status ->
            Arrays.stream(EnrolmentTransition.values()).noneMatch(by -> by.leadsFrom(status)))
        .map(status -> "    %s --> [*]".formatted(status))
        .collect(Collectors.joining("\n"));
  }
}
