package org.crossborough.platform.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

  private final Patience patience = new Patience(Duration.ofSeconds(5), _ -> {});
  private final List<String> asked = new ArrayList<>();

  @Test
  void a_token_is_used_until_shortly_before_it_expires() {
    Tokens tokens = new Tokens(name -> token(name, Duration.ofMinutes(5)), patience);

    assertThat(tokens.of("demo-assessor")).isEqualTo(tokens.of("demo-assessor"));
    assertThat(asked).containsExactly("demo-assessor");
  }

  @Test
  void a_token_about_to_expire_is_fetched_again() {
    Tokens tokens = new Tokens(name -> token(name, Duration.ofSeconds(20)), patience);

    assertThat(tokens.of("demo-assessor")).isNotEqualTo(tokens.of("demo-assessor"));
  }

  @Test
  void an_identity_provider_that_is_away_is_asked_again() {
    Tokens tokens =
        new Tokens(
            name -> {
              String token = token(name, Duration.ofMinutes(5));
              if (asked.size() < 3) {
                throw new IllegalStateException("away");
              }
              return token;
            },
            patience);

    assertThat(tokens.of("demo-assessor")).isNotEmpty();
    assertThat(asked).hasSize(3);
  }

  private String token(String name, Duration life) {
    asked.add(name);
    String claims =
        "{\"exp\":%d,\"n\":%d}".formatted(Instant.now().plus(life).getEpochSecond(), asked.size());
    return "h."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".s";
  }
}
