package org.crossborough.safety.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.handOver;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealingExamplesComponentTest {

  @Test
  void the_example_in_javascript_seals_what_the_intake_takes() throws Exception {
    assumeTrue(thereIsNode(), "There is no Node on this machine");

    assertTaken(sealedBy("node", "../docs/examples/seal.mjs"));
  }

  @Test
  void the_example_in_java_seals_what_the_intake_takes() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    assertTaken(sealedBy(java, "../docs/examples/Seal.java"));
  }

  private static String sealedBy(String language, String program) throws IOException {
    String json = details(UUID.randomUUID(), person("Example Person", "020 7946 0094", "YES"));
    Process example =
        new ProcessBuilder(language, program, "http://localhost:" + RestAssured.port)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var input = example.getOutputStream()) {
      input.write(json.getBytes(StandardCharsets.UTF_8));
    }
    return new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void assertTaken(String envelope) {
    Response receipt = handOver(ISLINGTON_SYSTEM, envelope);

    assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(201);
    assertThat(receipt.<Integer>path("personCount")).isEqualTo(1);
  }

  private static boolean thereIsNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
