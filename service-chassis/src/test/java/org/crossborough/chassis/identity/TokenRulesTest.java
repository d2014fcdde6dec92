package org.crossborough.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenRulesTest {

  private static final Set<String> ONE = Set.of("assessor", "facilitator");
  private static final Set<String> OTHER = Set.of("support");

  @Property
  void a_token_is_refused_exactly_when_it_holds_roles_of_both_sides(
      @ForAll boolean one, @ForAll boolean other, @ForAll boolean neutral) {
    QuarkusSecurityIdentity.Builder identity = identity("a-client");
    addIf(one, identity, "facilitator");
    addIf(other, identity, "support");
    addIf(neutral, identity, "auditor");

    if (one && other) {
      assertThatThrownBy(() -> augment(identity.build(), false))
          .isInstanceOf(ForbiddenException.class);
    } else {
      assertThat(augment(identity.build(), false)).isNotNull();
    }
  }

  @Test
  void demo_clients_are_refused_unless_the_platform_is_a_demo() {
    SecurityIdentity demo = identity("demo-borough").build();

    assertThatThrownBy(() -> augment(demo, false)).isInstanceOf(ForbiddenException.class);
    assertThat(augment(demo, true)).isSameAs(demo);
  }

  private static SecurityIdentity augment(SecurityIdentity identity, boolean demo) {
    return new TokenRules(config(demo))
        .augment(identity, request -> Uni.createFrom().nullItem())
        .await()
        .indefinitely();
  }

  private static void addIf(boolean add, QuarkusSecurityIdentity.Builder identity, String role) {
    if (add) {
      var _ = identity.addRole(role);
    }
  }

  private static QuarkusSecurityIdentity.Builder identity(String client) {
    return QuarkusSecurityIdentity.builder().setPrincipal(new Token(client));
  }

  private static IdentityConfig config(boolean demo) {
    return new IdentityConfig() {
      @Override
      public Set<String> oneSide() {
        return ONE;
      }

      @Override
      public Set<String> otherSide() {
        return OTHER;
      }

      @Override
      public Set<String> boroughBound() {
        return Set.of();
      }

      @Override
      public Duration rememberFor() {
        return Duration.ZERO;
      }

      @Override
      public boolean demoIdentities() {
        return demo;
      }
    };
  }

  private record Token(String client) implements JsonWebToken {

    @Override
    public String getName() {
      return client;
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of("azp");
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface's own shape
    public <T> @Nullable T getClaim(String name) {
      return name.equals("azp") ? (T) client : null;
    }
  }
}
