package org.crossborough.safety.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.aCase;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.driver.Signatures;
import org.junit.jupiter.api.Test;

/** As the gateway passes a request on: the token as a bearer's, and the proof beside it. */
@QuarkusTest
class BoundTokensComponentTest {

  private static final String CASES = "/v1/survivor-cases";
  private static final String GATEWAY = "https://gateway.example";

  private final Signatures hers = Signatures.anew();

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
