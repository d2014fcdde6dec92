package org.crossborough.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.StateFolder;

/** A named process that survives its launcher and is found again by its identity file. */
public final class DetachedProcess {

  /** A process inherits these and nothing else, so that no credential travels by accident. */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private final StateFolder state;
  private final String name;

  public DetachedProcess(StateFolder state, String name) {
    this.state = state;
    this.name = name;
  }

  /** Every process of a platform, servers and services. */
  public static List<DetachedProcess> all(StateFolder state) {
    return Stream.of(Port.values())
        .map(Port::process)
        .distinct()
        .map(name -> new DetachedProcess(state, name))
        .toList();
  }

  public String name() {
    return name;
  }

  public Path log() {
    return state.log(name);
  }

  public Optional<ProcessHandle> find() {
    Properties identity = state.readProperties(state.identity(name));
    return Optional.ofNullable(identity.getProperty("process"))
        .map(ProcessIdentity::parse)
        .flatMap(ProcessIdentity::find);
  }

  public boolean isRunning() {
    return find().isPresent();
  }

  /** Running, and started exactly so. */
  public boolean runs(Launch launch) {
    Properties identity = state.readProperties(state.identity(name));
    return isRunning() && launch.fingerprint().equals(identity.getProperty("launch"));
  }

  public void start(Launch launch) {
    List<String> command = new ArrayList<>(ownSession());
    command.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(state.root().toFile())
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log().toFile()));
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(launch.environment());
    try {
      remember(builder.start().toHandle(), launch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(ProcessHandle process, Launch launch) {
    Properties identity = new Properties();
    identity.putAll(
        Map.of("process", ProcessIdentity.of(process).toString(), "launch", launch.fingerprint()));
    state.writeProperties(state.identity(name), identity);
  }

  /** Asks it to end, and ends it when it has not done so in time. */
  public void stop(StopSignal signal, Duration patience) {
    find()
        .ifPresent(process -> {
          signal.sendTo(process);
          if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            boolean ended = endsWithin(process, Duration.ofSeconds(10));
            if (!ended) {
              throw new IllegalStateException(name + " does not end, pid " + process.pid());
            }
          }
        });
    forget();
  }

  /** Ends it at once, as a crash would; what it started itself is left to notice. */
  public void kill() {
    ProcessHandle process =
        find().orElseThrow(() -> new IllegalStateException(name + " is not running"));
    process.destroyForcibly();
    if (!endsWithin(process, Duration.ofSeconds(10))) {
      throw new IllegalStateException(name + " does not end, pid " + process.pid());
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new CompletionException(e);
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(state.identity(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end of its log, for the person who has to find out why it failed. */
  public List<String> lastLines(int count) {
    if (!Files.exists(log())) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.toList();
      return all.subList(Math.max(0, all.size() - count), all.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without a session of its own a process would end with the terminal. */
  private static List<String> ownSession() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    boolean setsid =
        Stream.of(path.split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
    return List.of(setsid ? "setsid" : "nohup");
  }
}
