package org.crossborough.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long a token stays known. */
class RecentTokensTest {

  private static final TokenHolder STAFF = new TokenHolder("staff", null);
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
    tokens.remember("a", STAFF, 100);

    assertThat(tokens.holderOf("a", 100 + MOMENT - 1)).isEqualTo(STAFF);
    assertThat(tokens.holderOf("a", 100 + MOMENT)).isNull();
    assertThat(tokens.holderOf("a", 100)).as("forgotten for good").isNull();
  }

  @Test
  void use_does_not_prolong_it() {
    tokens.remember("a", STAFF, 0);

    assertThat(tokens.holderOf("a", MOMENT - 1)).isEqualTo(STAFF);
    assertThat(tokens.holderOf("a", MOMENT)).isNull();
  }

  @Test
  void another_token_is_another_matter() {
    tokens.remember("a", STAFF, 0);

    assertThat(tokens.holderOf("b", 0)).isNull();
    assertThat(tokens.holderOf("A", 0)).isNull();
  }

  @Test
  void the_clock_may_pass_its_end() {
    tokens.remember("a", STAFF, Long.MAX_VALUE - 1);

    assertThat(tokens.holderOf("a", Long.MIN_VALUE + 10)).isEqualTo(STAFF);
  }

  @Test
  void there_is_a_limit_to_how_many() {
    for (int token = 0; token <= RecentTokens.MOST; token++) {
      tokens.remember("token " + token, STAFF, 0);
    }

    assertThat(tokens.holderOf("token 0", 0)).isNull();
    assertThat(tokens.holderOf("token " + RecentTokens.MOST, 0)).isEqualTo(STAFF);
  }
}
