package org.crossborough.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.crossborough.local.container.Images;
import org.crossborough.local.process.Launch;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.StateFolder;

/**
 * Runs commands of the local platform in a process of their own, so that the caller needs neither
 * its class path nor its memory.
 */
final class Launcher {

  private final Installation installation;
  private final StateFolder state;

  Launcher(Installation installation, StateFolder state) {
    this.installation = installation;
    this.state = state;
  }

  Launch launch(Map<String, String> environment, String... words) {
    return new Launch(commandOf(words), environment, "");
  }

  /** Returns when the command has ended well, and throws when it has not. */
  void run(Consumer<String> onLine, String... words) {
    try {
      Process process = new ProcessBuilder(commandOf(words)).redirectErrorStream(true).start();
      StringJoiner output = new StringJoiner(System.lineSeparator());
      try (BufferedReader lines = process.inputReader()) {
        lines.lines().peek(onLine).forEach(output::add);
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + " failed:\n" + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> commandOf(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Installation.java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dcrossborough.root=" + installation.root()));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(Images.PROPERTY))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", installation.launcherClassPath(), LocalPlatform.class.getName()));
    command.addAll(List.of(words));
    command.addAll(List.of("--state", state.root().toString()));
    return command;
  }
}
