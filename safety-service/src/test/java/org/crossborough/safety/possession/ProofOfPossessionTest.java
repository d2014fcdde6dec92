package org.crossborough.safety.possession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.crossborough.safety.driver.Signatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofOfPossessionTest {

  private static final Instant NOW = Instant.parse("2026-01-13T09:00:00Z");
  private static final String PATH = "/v1/survivor-cases";
  private static final String ADDRESS = "https://gateway.example" + PATH;
  private static final String TOKEN = "a.b.c";

  private final Signatures hers = Signatures.anew();

  @Test
  void what_she_signed_for_this_request_a_moment_ago_holds() {
    assertThat(holds(hers.proof("GET", ADDRESS, TOKEN, NOW))).isTrue();
    assertThat(holds(hers.proof("GET", ADDRESS + "?limit=2", TOKEN, NOW))).isTrue();
  }

  @Test
  void what_anybody_else_signed_does_not() {
    Signatures others = Signatures.anew();
    assertThat(holds(others.proof("GET", ADDRESS, TOKEN, NOW))).isFalse();

    Map<String, Object> herKey = Map.copyOf(hers.headers());
    assertThat(holds(others.signed(herKey, claims(it -> {})))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "htm, POST",
    "htu, https://gateway.example/v1/contact-tasks",
    "htu, not an address",
    "ath, another",
  })
  void a_proof_for_something_else_does_not(String claim, String value) {
    assertThat(holds(hers.signed(hers.headers(), claims(it -> it.put(claim, value))))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"htm", "htu", "ath", "iat", "jti"})
  void a_proof_that_leaves_something_out_does_not(String claim) {
    assertThat(holds(hers.signed(hers.headers(), claims(it -> it.remove(claim))))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-91, -3600, 11, 3600})
  void a_proof_of_another_time_does_not(long seconds) {
    assertThat(holds(hers.proof("GET", ADDRESS, TOKEN, NOW.plusSeconds(seconds)))).isFalse();
  }

  @Test
  void a_proof_of_another_kind_or_with_a_private_key_in_it_does_not() {
    Map<String, Object> plain = hers.headers();
    plain.put("typ", "JWT");
    Map<String, Object> keyless = hers.headers();
    keyless.remove("jwk");
    Map<String, Object> whole = hers.headers();
    whole.put("jwk", hers.wholeKey());

    for (Map<String, Object> headers : Set.of(plain, keyless, whole)) {
      assertThat(holds(hers.signed(headers, claims(it -> {})))).isFalse();
    }
    for (String text : Set.of("", "x", "..", TOKEN, "x".repeat(5000))) {
      assertThat(holds(text)).isFalse();
    }
  }

  @Test
  void one_is_told_from_another_by_its_number_and_its_key() {
    Signatures others = Signatures.anew();
    String first = hers.signed(hers.headers(), claims(it -> it.put("jti", "1")));
    String again = hers.signed(hers.headers(), claims(it -> it.put("jti", "1")));
    String second = hers.signed(hers.headers(), claims(it -> it.put("jti", "2")));
    String ofAnother = others.signed(others.headers(), claims(it -> it.put("jti", "1")));

    assertThat(id(first, hers)).isPresent().isEqualTo(id(again, hers));
    assertThat(id(second, hers)).isPresent().isNotEqualTo(id(first, hers));
    assertThat(id(ofAnother, others)).isPresent().isNotEqualTo(id(first, hers));
    for (String none : Set.of("", "x".repeat(257))) {
      assertThat(holds(hers.signed(hers.headers(), claims(it -> it.put("jti", none))))).isFalse();
    }
  }

  private boolean holds(String proof) {
    return id(proof, hers).isPresent();
  }

  private static Optional<String> id(String proof, Signatures whose) {
    ProofOfPossession.Expected expected =
        new ProofOfPossession.Expected("GET", PATH, TOKEN, whose.thumbprint());
    return ProofOfPossession.of(proof, expected, NOW).map(it -> HexFormat.of().formatHex(it.id()));
  }

  private Map<String, Object> claims(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = hers.claims("GET", ADDRESS, NOW);
    claims.put("ath", Signatures.hash(TOKEN));
    change.accept(claims);
    return claims;
  }
}
