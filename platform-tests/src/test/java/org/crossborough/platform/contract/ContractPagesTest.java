package org.crossborough.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages for integrators that are written by the code. */
class ContractPagesTest {

  private static final Path ROOT = Path.of(System.getProperty("crossborough.root", ".."));
  private static final Path EXAMPLES = ROOT.resolve("event-contracts/src/main/resources/examples");

  @Test
  void the_description_of_the_events_is_current() throws IOException {
    assertCurrent("docs/asyncapi.json", new AsyncApiPage(ContractPagesTest::example).render());
  }

  @Test
  void the_catalogue_of_problems_is_current() throws IOException {
    assertCurrent("docs/problems.md", ProblemPage.render());
  }

  @Test
  void every_problem_has_a_stable_name_and_a_status_that_is_a_refusal() {
    assertThat(ProblemPage.all())
        .hasSizeGreaterThan(60)
        .allSatisfy(known -> {
          assertThat(known.type()).matches("/problems/[a-z-]+/[a-z0-9-]+");
          assertThat(known.status()).isBetween(400, 599);
          assertThat(known.title()).isNotBlank();
        });
  }

  private static void assertCurrent(String file, String current) throws IOException {
    Path page = ROOT.resolve(file);
    if (Boolean.getBoolean("crossborough.docs.update")) {
      Files.writeString(page, current);
    }
    assertThat(page)
        .as("run with -Dcrossborough.docs.update=true and review the difference")
        .hasContent(current);
  }

  private static String example(String type) {
    try {
      return Files.readString(EXAMPLES.resolve(type + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException("No example of " + type, e);
    }
  }
}
