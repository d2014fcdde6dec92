package org.crossborough.platform.faults;

import java.util.Map;
import java.util.UUID;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.traffic.Traffic;

/** Replaces keys as their administrators do, while what is under the keys before is under way. */
final class KeyRotation {

  private final RunningPlatform platform;
  private final Traffic traffic;

  KeyRotation(RunningPlatform platform, Traffic traffic) {
    this.platform = platform;
    this.traffic = traffic;
  }

  /** Tokens are signed by a key that no service has seen before. */
  void ofRealm() {
    platform.rotateSigningKey();
  }

  void ofIntake() {
    rotate("/v1/intake-keys/rotation");
  }

  void ofWrapping() {
    rotate("/v1/vault-keys/rotation");
  }

  void ofSearch() {
    rotate("/v1/vault-keys/search-key/rotation");
  }

  /** From now on callers use what is new. */
  void settle() {
    traffic.renew();
  }

  private void rotate(String path) {
    var _ =
        traffic
            .api()
            .require(
                Call.post(path, "fault/rotation/" + UUID.randomUUID(), Map.of())
                    .as("demo-iss-manager"));
  }
}
