package org.crossborough.gateway.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The only place that reads the machine's clock; everybody else is given one. */
@Singleton
class SystemTime {

  @Produces
  @Singleton
  InstantSource source() {
    return InstantSource.system();
  }
}
