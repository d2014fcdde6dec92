package org.crossborough.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.Set;
import org.crossborough.gateway.identity.IdentityConfig;
import org.crossborough.gateway.testing.FakePlatform;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What holds when nobody says otherwise. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class RoutingConfigComponentTest {

  private final SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);

  @Test
  void limits_and_patience() {
    RoutingConfig routing = config.getConfigMapping(RoutingConfig.class);

    assertThat(routing.bodyLimit()).isEqualTo(2 << 20);
    assertThat(routing.importLimit()).isEqualTo(4 << 20);
    assertThat(routing.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(routing.responseTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(routing.connectionsPerService()).isEqualTo(64);
    assertThat(routing.waitingPerService()).isEqualTo(1024);
    assertThat(routing.upstreams()).containsOnlyKeys(Upstream.values());
  }

  @Test
  void the_two_sides() {
    IdentityConfig identity = config.getConfigMapping(IdentityConfig.class);

    assertThat(identity.otherSide()).isEqualTo(Set.of("iss-worker", "iss-manager"));
    assertThat(identity.oneSide()).contains("assessor", "facilitator").hasSize(6);
    assertThat(identity.rememberFor()).isEqualTo(Duration.ofSeconds(5));
  }
}
