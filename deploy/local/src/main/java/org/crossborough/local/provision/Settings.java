package org.crossborough.local.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The addresses and secrets of one step, from a file that holds nothing for any other step. */
final class Settings {

  private final Path file;
  private final Properties values = new Properties();

  private Settings(Path file) {
    this.file = file;
  }

  static Settings in(Path file) {
    Settings settings = new Settings(file);
    try (InputStream content = Files.newInputStream(file)) {
      settings.values.load(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Settings cannot be read", e);
    }
    return settings;
  }

  /**
   * A setting that must be there.
   *
   * @throws IllegalArgumentException when it is missing; its name and file are told, no value
   */
  String of(String name) {
    String value = values.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing in " + file);
    }
    return value.strip();
  }

  String of(String name, String otherwise) {
    return values.getProperty(name, otherwise).strip();
  }

  /** All settings below a prefix, by the rest of their names. */
  Map<String, String> below(String prefix) {
    return values.stringPropertyNames().stream()
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toUnmodifiableMap(name -> name.substring(prefix.length()), this::of));
  }
}
