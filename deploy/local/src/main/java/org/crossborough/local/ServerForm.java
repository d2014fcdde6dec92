package org.crossborough.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As what the servers of a test run: the system property {@code crossborough.infrastructure}. */
enum ServerForm {
  /** From the build's own artifacts; needs nothing else. */
  PROCESSES("run-", List.of()),
  /** From images; needs a container engine on this machine. */
  TESTCONTAINERS("containers-", List.of("DOCKER_", "TESTCONTAINERS_"));

  static final String PROPERTY = "crossborough.infrastructure";

  private final String folderPrefix;
  private final List<String> variables;

  ServerForm(String folderPrefix, List<String> variables) {
    this.folderPrefix = folderPrefix;
    this.variables = variables;
  }

  /**
   * Processes, unless the property says otherwise.
   *
   * @throws IllegalArgumentException when the property names nothing known
   */
  static ServerForm chosen(@Nullable String property) {
    if (property == null) {
      return PROCESSES;
    }
    return Arrays.stream(values())
        .filter(form -> form.word().equals(property))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s is one of %s, not %s"
                    .formatted(
                        PROPERTY,
                        Arrays.stream(values()).map(ServerForm::word).toList(),
                        property)));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** State folders are kept apart by form, for a container keeps nothing and a process does. */
  String folderPrefix() {
    return folderPrefix;
  }

  /** What of the caller's environment tells where the engine is. */
  Map<String, String> environment(Map<String, String> all) {
    return all.entrySet().stream()
        .filter(entry -> variables.stream().anyMatch(entry.getKey()::startsWith))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
