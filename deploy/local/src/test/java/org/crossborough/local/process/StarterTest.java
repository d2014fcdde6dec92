package org.crossborough.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, leaving alone, restarting, and saying why something did not start. */
class StarterTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Starter starter =
      new Starter(new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));

  @Test
  void what_runs_is_left_alone_and_what_was_killed_is_started_again() {
    Sleeper sleeper = new Sleeper("sleep 600");
    try {
      starter.ensure(sleeper);
      long first = pidOf(sleeper);
      starter.ensure(sleeper);
      assertThat(pidOf(sleeper)).isEqualTo(first);

      sleeper.process().kill();
      starter.ensure(sleeper);

      assertThat(pidOf(sleeper)).isNotEqualTo(first);
      assertThat(said.toString(StandardCharsets.UTF_8)).contains("ready after", "is running");
    } finally {
      starter.stop(sleeper);
    }
  }

  @Test
  void a_failure_names_the_process_and_its_log_and_shows_the_end_of_it() {
    Sleeper broken = new Sleeper("echo the disk is full; exit 3");

    assertThatThrownBy(() -> starter.ensure(broken))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("sleeper ended while starting")
        .hasMessageContaining(broken.process().log().toString())
        .hasMessageContaining("the disk is full");
  }

  @Test
  void nothing_is_started_on_a_port_where_another_program_answers() {
    Sleeper sleeper = new Sleeper("sleep 600");
    sleeper.strangerAnswers = true;

    assertThatThrownBy(() -> starter.ensure(sleeper))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("another program answers");
    assertThat(sleeper.process().isRunning()).isFalse();
  }

  @Test
  void nobody_waits_for_a_server_that_has_become_useless() {
    Sleeper sleeper = new Sleeper("sleep 600");
    sleeper.isMute = true;
    try {
      assertThatThrownBy(() -> starter.ensure(sleeper, () -> false))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("sleeper does not answer");
      assertThat(said.toString(StandardCharsets.UTF_8)).contains("does not start");
    } finally {
      starter.stop(sleeper);
    }
  }

  private static long pidOf(Sleeper sleeper) {
    return sleeper.process().find().orElseThrow().pid();
  }

  /** A server that answers once its process runs, unless the process ends at once. */
  private final class Sleeper implements Server {

    private final String script;
    private boolean strangerAnswers;
    private boolean isMute;

    private Sleeper(String script) {
      this.script = script;
    }

    @Override
    public DetachedProcess process() {
      return new DetachedProcess(StateFolder.at(folder), "sleeper");
    }

    @Override
    public Launch launch() {
      return new Launch(List.of("sh", "-c", script), Map.of(), "");
    }

    @Override
    public boolean answers() {
      return strangerAnswers || (process().isRunning() && !isMute && !script.contains("exit"));
    }
  }
}
