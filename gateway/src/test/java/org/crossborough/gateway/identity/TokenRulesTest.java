package org.crossborough.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.crossborough.gateway.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Which valid tokens are refused. */
class TokenRulesTest {

  private static TokenRules rules(boolean demoIdentities) {
    return new TokenRules(
        new IdentityConfig() {
          @Override
          public Set<String> oneSide() {
            return Set.of("assessor", "facilitator");
          }

          @Override
          public Set<String> otherSide() {
            return Set.of("iss-worker");
          }

          @Override
          public boolean demoIdentities() {
            return demoIdentities;
          }

          @Override
          public Duration rememberFor() {
            return Duration.ZERO;
          }
        });
  }

  @Test
  void several_roles_of_one_side_are_fine() {
    assertThat(rules(false).objection(Set.of("assessor", "facilitator"), "staff")).isNull();
    assertThat(rules(false).objection(Set.of("iss-worker", "auditor"), "staff")).isNull();
  }

  @Test
  void one_role_of_each_side_is_a_conflict_also_for_the_demo() {
    assertThat(rules(true).objection(Set.of("assessor", "iss-worker"), "demo-programme-staff"))
        .isEqualTo(Refusal.ROLE_CONFLICT);
  }

  @Test
  void demo_clients_need_leave() {
    assertThat(rules(false).objection(Set.of("assessor"), "demo-programme-staff"))
        .isEqualTo(Refusal.FORBIDDEN);
    assertThat(rules(true).objection(Set.of("assessor"), "demo-programme-staff")).isNull();
  }
}
