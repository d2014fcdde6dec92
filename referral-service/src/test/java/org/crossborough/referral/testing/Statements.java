package org.crossborough.referral.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What requests send to the database, as its driver writes it to the wire. The work behind requests
 * is left out: it runs on threads of its own.
 */
public final class Statements {

  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
  private static final String REQUESTS = "request-";

  /**
   * What was seen.
   *
   * @param results of each statement what the server says it did: {@code SELECT 1}, {@code INSERT 0
   *     1}, …
   * @param roundTrips how often the service waited for the server
   */
  public record Seen(List<String> results, int roundTrips) {}

  private Statements() {}

  /** Makes requests, one after the other, and says what they sent. */
  public static Seen of(Supplier<?> requests) {
    Wire wire = new Wire();
    Level before = DRIVER.getLevel();
    boolean toParents = DRIVER.getUseParentHandlers();
    DRIVER.addHandler(wire);
    // With their values: none of them may reach a log.
    DRIVER.setUseParentHandlers(false);
    DRIVER.setLevel(Level.FINEST);
    try {
      var _ = requests.get();
    } finally {
      DRIVER.setLevel(before);
      DRIVER.setUseParentHandlers(toParents);
      DRIVER.removeHandler(wire);
    }
    return wire.seen();
  }

  private static final class Wire extends Handler {

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (Thread.currentThread().getName().startsWith(REQUESTS)) {
        messages.add(written(line));
      }
    }

    private static String written(LogRecord line) {
      String text = line.getMessage();
      Object[] values = line.getParameters();
      for (int i = 0; values != null && i < values.length; i++) {
        text = text.replace("{" + i + "}", String.valueOf(values[i]));
      }
      return text.strip();
    }

    Seen seen() {
      List<String> results = new ArrayList<>();
      int roundTrips = 0;
      for (String message : messages) {
        if (message.startsWith("<=BE CommandStatus(")) {
          results.add(message.substring("<=BE CommandStatus(".length(), message.length() - 1));
        } else if (message.startsWith("FE=> Sync")) {
          roundTrips++;
        }
      }
      return new Seen(List.copyOf(results), roundTrips);
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
