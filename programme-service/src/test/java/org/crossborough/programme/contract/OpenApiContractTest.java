package org.crossborough.programme.contract;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.crossborough.chassis.testing.CommittedOpenApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiContractTest {

  @Test
  void the_committed_description_is_the_generated_one() throws IOException {
    CommittedOpenApi.assertUpToDate();
  }
}
