package org.crossborough.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crossborough.gateway.routing.Upstream;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.StateFolder;
import org.crossborough.local.tls.Certificates;

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
    settings.putAll(certificate());
    settings.put("crossborough.gateway.uploads-per-service", "4");
    settings.put("crossborough.gateway.answer-patience", "5S");
    settings.put("crossborough.gateway.connections.per-address", "5");
    settings.put("crossborough.gateway.connections.head-patience", "2S");
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

  /** The door speaks TLS too, with a certificate of a local authority, on a free port. */
  private static Map<String, String> certificate() {
    StateFolder state = StateFolder.at(TestInfrastructure.shared().folder().resolve("door"));
    Certificates certificates = new Certificates(state, Passwords.complete(state));
    certificates.ensure();
    Map<String, String> settings = new HashMap<>();
    certificates
        .ofDoor()
        .forEach((name, value) ->
            settings.put(
                name.toLowerCase(Locale.ROOT)
                    .replace(
                        "quarkus_http_tls_configuration_name",
                        "quarkus.http.tls-configuration-name")
                    .replace("quarkus_tls_door_key_store_p12_", "quarkus.tls.door.key-store.p12."),
                value));
    settings.put("quarkus.http.test-ssl-port", "0");
    settings.put("quarkus.http.insecure-requests", "enabled");
    return settings;
  }

  /** A client that believes this door's certificate. */
  public static HttpClient.Builder trusting() {
    StateFolder state = StateFolder.at(TestInfrastructure.shared().folder().resolve("door"));
    return HttpClient.newBuilder()
        .sslContext(new Certificates(state, Passwords.remembered(state)).asGateway());
  }

  @Override
  public void stop() {
    services.values().forEach(FakeService::close);
  }
}
