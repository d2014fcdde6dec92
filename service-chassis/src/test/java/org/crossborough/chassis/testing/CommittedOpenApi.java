package org.crossborough.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The API description in the source tree, against the one the running service gives. */
public final class CommittedOpenApi {

  private CommittedOpenApi() {}

  /**
   * Fails when the API has changed and {@code openapi.yaml} has not; with {@code
   * -Dcrossborough.openapi.update=true} it writes the file instead.
   */
  public static void assertUpToDate() throws IOException {
    String generated = RestAssured.get("/q/openapi").asString();
    Path committed = Path.of("openapi.yaml");
    if (Boolean.getBoolean("crossborough.openapi.update")) {
      Files.writeString(committed, generated);
    }
    assertThat(committed).as("the committed API description").exists();
    assertThat(generated)
        .as("run with -Dcrossborough.openapi.update=true and review the difference")
        .isEqualTo(Files.readString(committed));
  }
}
