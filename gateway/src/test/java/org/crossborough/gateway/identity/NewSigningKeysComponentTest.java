package org.crossborough.gateway.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.Test;

/** The identity provider signs with a new key, and everybody comes with a new token at once. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class NewSigningKeysComponentTest {

  private static final int CALLERS = 32;

  @Test
  void whoever_comes_while_a_new_key_is_fetched_is_let_in_as_well() throws Exception {
    assertThat(answerTo(freshToken())).isEqualTo(200);
    TestInfrastructure.shared().rotateSigningKey();
    List<String> tokens = Stream.generate(this::freshToken).limit(CALLERS).toList();

    assertThat(answersAtOnce(tokens)).hasSize(CALLERS).containsOnly(200);
  }

  @Test
  void a_key_that_nobody_knows_is_refused_and_keeps_no_new_one_from_being_found() {
    assertThat(answerTo(ofUnknownKey())).isEqualTo(401);
    TestInfrastructure.shared().rotateSigningKey();

    assertThat(answerTo(freshToken())).isEqualTo(200);
  }

  private String freshToken() {
    return TestInfrastructure.shared().tokenOf("demo-assessor");
  }

  /** A good token, but for the name of its key. */
  private String ofUnknownKey() {
    String token = freshToken();
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"nobody-knows-it\"}";
    return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
        + token.substring(token.indexOf('.'));
  }

  private static int answerTo(String token) {
    return given().auth().oauth2(token).get("/v1/referrals").statusCode();
  }

  private static List<Integer> answersAtOnce(List<String> tokens)
      throws InterruptedException, ExecutionException {
    CountDownLatch together = new CountDownLatch(tokens.size());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          tokens.stream()
              .map(token ->
                  callers.submit(() -> {
                    together.countDown();
                    together.await();
                    return answerTo(token);
                  }))
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    }
  }
}
