package org.crossborough.outcomes.metric;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.crossborough.chassis.testing.CommittedOpenApi;
import org.junit.jupiter.api.Test;

/** The committed API description, against the running service. */
@QuarkusTest
class OpenApiContractTest {

  @Test
  void the_committed_description_is_the_services_own() throws IOException {
    CommittedOpenApi.assertUpToDate();
  }
}
