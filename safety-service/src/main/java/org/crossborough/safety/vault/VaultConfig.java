package org.crossborough.safety.vault;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the keys that wrap other keys are kept. */
@ConfigMapping(prefix = "crossborough.vault")
public interface VaultConfig {

  /** A folder that only this service can read, apart from the databases and their backups. */
  Path folder();
}
