package org.crossborough.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are found again, never mistaken, and given nothing they were not meant to have. */
class DetachedProcessTest {

  private static final Launch SLEEP = new Launch(List.of("sleep", "600"), Map.of(), "one");

  @TempDir private Path folder;
  private StateFolder state;
  private DetachedProcess process;

  @BeforeEach
  void prepare() {
    state = StateFolder.at(folder);
    process = new DetachedProcess(state, "sleeper");
  }

  @AfterEach
  void stop() {
    process.stop(StopSignal.TERMINATE, Duration.ofSeconds(5));
  }

  @Test
  void a_process_is_found_again_by_another_command() {
    process.start(SLEEP);

    DetachedProcess found = new DetachedProcess(state, "sleeper");

    assertThat(found.runs(SLEEP)).isTrue();
    assertThat(found.find()).isEqualTo(process.find());
  }

  @Test
  void a_process_started_differently_is_out_of_date() {
    process.start(SLEEP);

    assertThat(process.runs(new Launch(SLEEP.command(), Map.of("A", "1"), "one"))).isFalse();
    assertThat(process.runs(new Launch(SLEEP.command(), Map.of(), "two"))).isFalse();
  }

  @Test
  void a_stopped_process_is_gone() {
    process.start(SLEEP);
    ProcessHandle handle = process.find().orElseThrow();

    process.stop(StopSignal.TERMINATE, Duration.ofSeconds(5));

    assertThat(handle.isAlive()).isFalse();
    assertThat(process.isRunning()).isFalse();
  }

  @Test
  void a_process_that_ignores_the_request_is_ended_all_the_same() {
    process.start(
        new Launch(List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"), Map.of(), ""));
    ProcessHandle handle = process.find().orElseThrow();

    process.stop(StopSignal.TERMINATE, Duration.ofMillis(300));

    assertThat(handle.isAlive()).isFalse();
  }

  @Test
  void a_stranger_with_a_recycled_number_is_neither_found_nor_stopped() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Properties identity = new Properties();
      Instant longAgo = Instant.now().minus(Duration.ofDays(1));
      identity.setProperty("process", new ProcessIdentity(stranger.pid(), longAgo).toString());
      state.writeProperties(state.identity("sleeper"), identity);

      assertThat(process.isRunning()).isFalse();
      process.stop(StopSignal.TERMINATE, Duration.ofSeconds(1));

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void a_process_inherits_no_variable_it_was_not_given() {
    process.start(new Launch(List.of("env"), Map.of("GIVEN", "yes"), ""));
    process.find().ifPresent(running -> running.onExit().join());

    assertThat(process.lastLines(100)).contains("GIVEN=yes");
    assertThat(process.lastLines(100))
        .allMatch(line -> line.matches("(PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TZ|TMPDIR|GIVEN)=.*"));
  }
}
