package org.crossborough.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentIdentitiesTest {

  private static final Instant START = Instant.parse("2026-01-06T09:00:00Z");

  private Instant now = START;
  private final InstantSource source = () -> now;
  private final RecentIdentities recent =
      new RecentIdentities(new AMinute(), source.withZone(ZoneOffset.UTC));

  @Test
  void a_token_that_was_checked_stands_for_the_same_person_with_the_same_roles() {
    recent.remember("Bearer one", identity(START.plusSeconds(300)));

    SecurityIdentity known = Objects.requireNonNull(recent.of("Bearer one"));
    assertThat(known.getPrincipal().getName()).isEqualTo("somebody");
    assertThat(known.getRoles()).containsExactly("assessor");
    assertThat(known.isAnonymous()).isFalse();
    assertThat(recent.of("Bearer other")).isNull();
  }

  @Test
  void nothing_of_the_request_it_came_with_is_kept() {
    recent.remember("Bearer one", identity(START.plusSeconds(300)));

    assertThat(Objects.requireNonNull(recent.of("Bearer one")).getAttributes()).isEmpty();
  }

  @Test
  void it_is_checked_again_after_the_time_that_is_configured() {
    recent.remember("Bearer one", identity(START.plusSeconds(300)));

    now = START.plusSeconds(59);
    assertThat(recent.of("Bearer one")).isNotNull();
    now = START.plusSeconds(60);
    assertThat(recent.of("Bearer one")).isNull();
  }

  @Test
  void it_is_never_taken_beyond_its_own_end() {
    recent.remember("Bearer one", identity(START.plusSeconds(10)));
    recent.remember("Bearer ended", identity(START.minusSeconds(10)));
    recent.remember("Bearer endless", identity(Instant.EPOCH));

    assertThat(recent.of("Bearer ended")).isNull();
    assertThat(recent.of("Bearer endless")).isNull();
    now = START.plusSeconds(10);
    assertThat(recent.of("Bearer one")).isNull();
  }

  @Test
  void memory_is_bounded() {
    for (int i = 0; i <= RecentIdentities.MOST; i++) {
      recent.remember("Bearer " + i, identity(START.plusSeconds(300)));
    }

    assertThat(recent.of("Bearer 0")).isNull();
    assertThat(recent.of("Bearer " + RecentIdentities.MOST)).isNotNull();
  }

  private static SecurityIdentity identity(Instant end) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new Token(end))
        .addRole("assessor")
        .addAttribute("the request", new Object())
        .build();
  }

  private record AMinute() implements IdentityConfig {

    @Override
    public Set<String> oneSide() {
      return Set.of();
    }

    @Override
    public Set<String> otherSide() {
      return Set.of();
    }

    @Override
    public Set<String> boroughBound() {
      return Set.of();
    }

    @Override
    public Duration rememberFor() {
      return Duration.ofMinutes(1);
    }

    @Override
    public boolean demoIdentities() {
      return false;
    }
  }

  private record Token(Instant end) implements JsonWebToken {

    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of("exp");
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface's own shape
    public <T> @Nullable T getClaim(String name) {
      return name.equals("exp") ? (T) Long.valueOf(end.getEpochSecond()) : null;
    }
  }
}
