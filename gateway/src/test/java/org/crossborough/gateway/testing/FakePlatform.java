package org.crossborough.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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
    Map<String, String> gateway = TestInfrastructure.shared().environmentOf("gateway");
    for (String name :
        List.of("STORE_URL", "SESSION_CLIENT", "SESSION_CLIENT_SECRET", "SESSION_KEY")) {
      settings.put(name, gateway.getOrDefault(name, ""));
    }
    settings.put("CROSSBOROUGH_DEMO_IDENTITIES", "true");
    settings.putAll(door());
    settings.put("crossborough.gateway.uploads-per-service", "4");
    settings.put("crossborough.gateway.answer-patience", "5S");
    return settings;
  }

  /** Limits that tests can reach, for callers that no other test uses. */
  private static Map<String, String> door() {
    String prefix = "crossborough.gateway.";
    return Map.of(
        prefix + "rates.client.per-second", "5000",
        prefix + "rates.client.burst", "5000",
        prefix + "rates.address.per-second", "5000",
        prefix + "rates.address.burst", "5000",
        prefix + "rates.agreed.demo-borough-lambeth.per-second", "1",
        prefix + "rates.agreed.demo-borough-lambeth.burst", "3",
        prefix + "body-patience", "2S",
        prefix + "cors-origins", "https://front.example",
        prefix + "retirements.\"/v1/capacity\".since", "2026-10-01T00:00:00Z",
        prefix + "retirements.\"/v1/capacity\".until", "2027-04-05T00:00:00Z");
  }

  @Override
  public void stop() {
    services.values().forEach(FakeService::close);
  }
}
