package org.crossborough.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.Test;

/** Tests of several modules sign in as the same demo identities at the same time. */
class DemoTokensIT {

  private static final int AT_ONCE = 4;

  @Test
  void several_who_sign_in_as_one_demo_identity_at_once_all_get_a_token() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> tokens =
          callers.invokeAll(
              Collections.nCopies(
                  AT_ONCE, () -> TestInfrastructure.shared().tokenOf("demo-assessor")));

      for (Future<String> token : tokens) {
        assertThat(token.get()).isNotBlank();
      }
    }
  }
}
