package org.crossborough.programme.driver;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts how often requests go to the database and wait for its answer, as the driver itself tells:
 * it says "Sync" whenever it ends what it sends.
 */
public final class RoundTrips {

  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private RoundTrips() {}

  /** How many a request takes; what the service does by itself meanwhile is not counted. */
  public static int of(Runnable request) {
    AtomicInteger trips = new AtomicInteger();
    Handler counter = counting(trips);
    Level before = DRIVER.getLevel();
    boolean shown = DRIVER.getUseParentHandlers();
    DRIVER.setUseParentHandlers(false);
    DRIVER.addHandler(counter);
    DRIVER.setLevel(Level.ALL);
    try {
      request.run();
    } finally {
      DRIVER.setLevel(before);
      DRIVER.removeHandler(counter);
      DRIVER.setUseParentHandlers(shown);
    }
    return trips.get();
  }

  private static Handler counting(AtomicInteger trips) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        boolean ofRequest = Thread.currentThread().getName().startsWith("request-");
        if (ofRequest && entry.getMessage().strip().equals("FE=> Sync")) {
          trips.incrementAndGet();
        }
      }

      @Override
      public void flush() {
        // Nothing is held back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
