package org.crossborough.safety.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Calls somebody to look, by a figure and a line in the log that both say what, never whom. */
@ApplicationScoped
public class Alerts {

  /** What somebody must look at. */
  public enum Alert {
    QUARANTINED,
    BROWSING,
    GLASS_BROKEN,
    AUDIT_BLOCKED,
    AUDIT_ANCHOR_MISSING
  }

  private static final Logger LOG = Logger.getLogger(Alerts.class);

  private final MeterRegistry meters;

  Alerts(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Counts and logs. */
  public void raise(Alert alert) {
    meters
        .counter("crossborough.safety.alerts", "alert", alert.name().toLowerCase(Locale.ROOT))
        .increment();
    LOG.warnf("Alert: %s", alert);
  }
}
