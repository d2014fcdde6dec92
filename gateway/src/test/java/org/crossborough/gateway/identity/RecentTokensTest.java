package org.crossborough.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long a token stays known. */
class RecentTokensTest {

  private static final long MOMENT = Duration.ofSeconds(5).toNanos();

  private final RecentTokens tokens =
      new RecentTokens(
          new IdentityConfig() {
            @Override
            public Set<String> oneSide() {
              return Set.of();
            }

            @Override
            public Set<String> otherSide() {
              return Set.of();
            }

            @Override
            public boolean demoIdentities() {
              return false;
            }

            @Override
            public Duration rememberFor() {
              return Duration.ofNanos(MOMENT);
            }
          });

  @Test
  void a_token_is_known_for_a_moment_and_no_longer() {
    tokens.remember("Bearer a", "staff", 100);

    assertThat(tokens.clientOf("Bearer a", 100 + MOMENT - 1)).isEqualTo("staff");
    assertThat(tokens.clientOf("Bearer a", 100 + MOMENT)).isNull();
    assertThat(tokens.clientOf("Bearer a", 100)).as("forgotten for good").isNull();
  }

  @Test
  void use_does_not_prolong_it() {
    tokens.remember("Bearer a", "staff", 0);

    assertThat(tokens.clientOf("Bearer a", MOMENT - 1)).isEqualTo("staff");
    assertThat(tokens.clientOf("Bearer a", MOMENT)).isNull();
  }

  @Test
  void another_token_is_another_matter() {
    tokens.remember("Bearer a", "staff", 0);

    assertThat(tokens.clientOf("Bearer b", 0)).isNull();
    assertThat(tokens.clientOf("bearer a", 0)).isNull();
  }

  @Test
  void the_clock_may_pass_its_end() {
    tokens.remember("Bearer a", "staff", Long.MAX_VALUE - 1);

    assertThat(tokens.clientOf("Bearer a", Long.MIN_VALUE + 10)).isEqualTo("staff");
  }

  @Test
  void there_is_a_limit_to_how_many() {
    for (int token = 0; token <= RecentTokens.MOST; token++) {
      tokens.remember("Bearer " + token, "staff", 0);
    }

    assertThat(tokens.clientOf("Bearer 0", 0)).isNull();
    assertThat(tokens.clientOf("Bearer " + RecentTokens.MOST, 0)).isEqualTo("staff");
  }
}
