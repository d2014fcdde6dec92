package org.crossborough.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.crossborough.gateway.routing.Upstream;
import org.crossborough.local.TestInfrastructure;

/** Four services that can be made to misbehave, and the real identity provider. */
public class FakePlatform implements QuarkusTestResourceLifecycleManager {

  private final Map<Upstream, FakeService> services = new EnumMap<>(Upstream.class);

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>();
    Arrays.stream(Upstream.values())
        .forEach(upstream -> {
          String name = upstream.name().toLowerCase(Locale.ROOT);
          FakeService service = new FakeService(name);
          services.put(upstream, service);
          settings.put(upstream + "_URL", service.url());
        });
    settings.put("OIDC_ISSUER", TestInfrastructure.shared().issuer());
    settings.put("CROSSBOROUGH_DEMO_IDENTITIES", "true");
    return settings;
  }

  @Override
  public void stop() {
    services.values().forEach(FakeService::close);
  }
}
