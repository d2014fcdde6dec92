package org.crossborough.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** One property decides as what the servers of a test run. */
class ServerFormTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DOCKER_HOST", "unix:///run/engine.sock",
          "TESTCONTAINERS_RYUK_DISABLED", "true",
          "DATABASE_PASSWORD", "nobody's business");

  @Test
  void without_the_property_the_servers_are_processes() {
    assertThat(ServerForm.chosen(null)).isEqualTo(ServerForm.PROCESSES);
    assertThat(ServerForm.chosen("processes")).isEqualTo(ServerForm.PROCESSES);
  }

  @Test
  void the_property_makes_them_containers() {
    assertThat(ServerForm.chosen("testcontainers")).isEqualTo(ServerForm.TESTCONTAINERS);
  }

  @Test
  void any_other_word_is_refused_with_those_that_are_known() {
    assertThatThrownBy(() -> ServerForm.chosen("docker"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "crossborough.infrastructure is one of [processes, testcontainers], not docker");
  }

  @Test
  void only_containers_are_told_where_the_engine_is_and_nothing_else() {
    assertThat(ServerForm.PROCESSES.environment(ENVIRONMENT)).isEmpty();
    assertThat(ServerForm.TESTCONTAINERS.environment(ENVIRONMENT))
        .containsOnlyKeys("DOCKER_HOST", "TESTCONTAINERS_RYUK_DISABLED");
  }

  @Test
  void a_folder_of_processes_is_never_one_of_containers() {
    assertThat(ServerForm.PROCESSES.folderPrefix())
        .isNotEqualTo(ServerForm.TESTCONTAINERS.folderPrefix());
  }

  @Test
  void the_keeper_is_told_by_its_command_line() {
    String[] words = {"infra", "--as", "testcontainers", "--state", "/somewhere"};

    assertThat(CommandLine.parse(words).form()).isEqualTo(ServerForm.TESTCONTAINERS);
    assertThat(CommandLine.parse(new String[] {"infra"}).form()).isEqualTo(ServerForm.PROCESSES);
  }
}
