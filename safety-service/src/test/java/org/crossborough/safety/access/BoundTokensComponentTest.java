package org.crossborough.safety.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.aCase;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.driver.Signatures;
import org.crossborough.safety.possession.ProofOfPossession;
import org.crossborough.safety.possession.UsedProofs;
import org.junit.jupiter.api.Test;

/** As the gateway passes a request on: the token as a bearer's, and the proof beside it. */
@QuarkusTest
class BoundTokensComponentTest {

  private static final String CASES = "/v1/survivor-cases";
  private static final String GATEWAY = "https://gateway.example";

  private final Signatures hers = Signatures.anew();

  @Inject UsedProofs used;

  @Test
  void a_token_that_is_bound_to_a_key_opens_nothing_without_a_proof_by_that_key() {
    UUID id = aCase();
    String token = hers.boundToken();
    String others = Signatures.anew().proof("GET", GATEWAY + CASES, token, Instant.now());
    String forAnotherPath = hers.proof("GET", GATEWAY + CASES + "/" + id, token, Instant.now());

    assertRefused(with(token).get(CASES));
    assertRefused(with(token).header("DPoP", others).get(CASES));
    assertRefused(with(token).header("DPoP", forAnotherPath).get(CASES));
    assertRefused(with(token).header("DPoP", proof(token), proof(token)).get(CASES));

    for (String header : List.of("DPoP", "dpop")) {
      assertThat(with(token).header(header, proof(token)).get(CASES + "?limit=1").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void a_proof_is_good_for_one_request() throws Exception {
    String token = hers.boundToken();
    String proof = proof(token);
    RequestSpecification request = with(token).header("DPoP", proof);

    assertThat(request.get(CASES + "?limit=1").statusCode()).isEqualTo(200);
    assertRefused(request.get(CASES + "?limit=1"));

    String another = proof(token);
    List<Callable<Response>> atOnce =
        Collections.nCopies(4, () -> with(token).header("DPoP", another).get(CASES + "?limit=1"));
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(atOnce.size())) {
      for (Future<Response> one : hands.invokeAll(atOnce)) {
        answers.add(one.get().statusCode());
      }
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 401, 401, 401);
  }

  @Test
  void a_used_proof_is_forgotten_when_it_is_no_longer_fresh() {
    byte[] proof = Ids.next().toString().substring(0, 32).getBytes(StandardCharsets.US_ASCII);
    Instant now = Instant.now();

    assertThat(used.take(proof, now)).isTrue();
    assertThat(used.take(proof, now.plus(ProofOfPossession.FRESH))).isFalse();
    assertThat(used.take(proof, now.plus(UsedProofs.KEPT).plusSeconds(1))).isTrue();
  }

  private String proof(String token) {
    return hers.proof("GET", GATEWAY + CASES, token, Instant.now());
  }

  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static void assertRefused(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/access/invalid-proof");
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_dpop_proof");
  }
}
