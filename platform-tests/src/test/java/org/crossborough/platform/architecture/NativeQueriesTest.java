package org.crossborough.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiled classes no longer show of a native query: the type its rows are read as. */
class NativeQueriesTest {

  private static final Path ROOT = Path.of(System.getProperty("crossborough.root", ".."));

  // The first type within the statement is the query's; those behind it are of addScalar.
  private static final Pattern BY_A_PLAIN_TYPE =
      Pattern.compile(
          "createNativeQuery\\((?:(?!\\.class)[^;])*?,\\s*"
              + "(UUID|String|Boolean|Integer|Long|BigDecimal|Instant|LocalDate)\\.class\\)");

  @Test
  void a_plain_value_is_asked_for_where_hibernate_finds_its_plan_again() throws IOException {
    int read = 0;
    List<Path> asking = new ArrayList<>();
    for (String service : List.of("referral", "programme", "safety", "outcomes")) {
      for (Path source : sources(ROOT.resolve(service + "-service/src/main/java"))) {
        read++;
        if (BY_A_PLAIN_TYPE.matcher(Files.readString(source)).find()) {
          asking.add(source);
        }
      }
    }

    assertThat(read).isGreaterThan(300);
    assertThat(asking).isEmpty();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void such_a_query_is_recognised_over_several_lines() {
    assertThat("database\n.createNativeQuery(\n\"select f(a, b)\",\n UUID.class)")
        .containsPattern(BY_A_PLAIN_TYPE);
    assertThat("database.createNativeQuery(sql, Object[].class).addScalar(\"id\", UUID.class)")
        .doesNotContainPattern(BY_A_PLAIN_TYPE);
  }
}
