package org.crossborough.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.crossborough.local.TestInfrastructure;

/**
 * Gives a service under test a fresh database, empty topics and the run's own broker and identity
 * provider. Found by the service loader, so that no test has to name it.
 */
public class PlatformResource implements QuarkusTestResourceLifecycleManager {

  /** The service whose tests are running: its module folder says so. */
  static String service() {
    String module = Path.of("").toAbsolutePath().getFileName().toString();
    return module.equals("service-chassis") ? "referral" : module.replace("-service", "");
  }

  @Override
  public Map<String, String> start() {
    TestInfrastructure infrastructure = Infrastructure.get();
    infrastructure.freshDatabase(service());
    infrastructure.freshTopics();
    Map<String, String> environment = new HashMap<>(infrastructure.environmentOf(service()));
    environment.put("CROSSBOROUGH_DEMO_IDENTITIES", "true");
    return environment;
  }

  @Override
  public void stop() {
    // The infrastructure serves the whole run and ends with it.
  }
}
