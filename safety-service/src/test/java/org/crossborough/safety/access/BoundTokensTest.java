package org.crossborough.safety.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundTokensTest {

  private static final Set<String> NONE = Set.of();

  @Test
  void only_a_demo_client_where_those_are_taken_and_one_that_is_named_need_no_key() {
    assertThat(mayBeUnbound("demo-support-staff", NONE, true)).isTrue();
    assertThat(mayBeUnbound("demo-support-staff", NONE, false)).isFalse();
    assertThat(mayBeUnbound("support-staff", NONE, true)).isFalse();
    assertThat(mayBeUnbound("front-end", Set.of("front-end"), false)).isTrue();
    assertThat(mayBeUnbound("front", Set.of("front-end"), false)).isFalse();
    assertThat(mayBeUnbound(null, NONE, true)).isFalse();
  }

  @Test
  void a_binding_that_cannot_be_checked_is_not_taken_for_none() {
    assertThat(BoundTokens.thumbprint(null)).isNull();
    assertThat(BoundTokens.thumbprint(Map.of("jkt", "abc"))).isEqualTo("abc");
    assertThat(BoundTokens.thumbprint(Map.of("x5t#S256", "abc"))).isEqualTo("null");
    assertThat(BoundTokens.thumbprint("abc")).isEqualTo("null");
  }

  private static boolean mayBeUnbound(@Nullable String client, Set<String> except, boolean demo) {
    return BoundTokens.mayBeUnbound(client, () -> Optional.of(except), demo);
  }
}
