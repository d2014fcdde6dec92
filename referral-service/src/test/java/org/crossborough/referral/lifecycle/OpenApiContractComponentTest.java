package org.crossborough.referral.lifecycle;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.crossborough.chassis.testing.CommittedOpenApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiContractComponentTest {

  @Test
  void the_committed_description_is_the_one_that_is_served() throws IOException {
    CommittedOpenApi.assertUpToDate();
  }
}
