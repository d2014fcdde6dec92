package org.crossborough.safety.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The register of what is held: a column, whether she is told of it, and why not. */
final class HeldFields {

  private HeldFields() {}

  /** The columns that are treated so; {@code table.*} stands for a whole table. */
  static List<String> read(String treatment) {
    try (InputStream file = HeldFields.class.getResourceAsStream("/request/held.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(",", 3))
          .filter(fields -> fields[1].equals(treatment))
          .map(fields -> fields[0])
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
