package org.crossborough.platform.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.oracle.Stores;
import org.crossborough.platform.oracle.Witness;

/**
 * Ends a service between two of its steps, without a hook in it: what the second step needs is
 * withheld, the service is seen to wait for it, and then it is ended.
 */
final class ExactLine {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String BROKER = "kafka";

  private final RunningPlatform platform;
  private final Stores stores;
  private final Witness witness;
  private final Signals signals;
  private final Patience patience = new Patience(LONGEST, _ -> {});

  ExactLine(RunningPlatform platform) {
    this.platform = platform;
    this.stores = new Stores(platform);
    this.witness = new Witness(platform);
    this.signals = new Signals(platform);
  }

  /** After a commit: there is no broker that its events could have been sent to. */
  void killBeforeSending(Fault fault) {
    platform.kill9(BROKER);
    awaitUnsent(fault);
    platform.kill9(fault.process());
  }

  /**
   * After the broker's acknowledgement: the rows are held that it would be noted in. A broker that
   * stands still for a moment lets rows come together that are committed and not yet noted.
   */
  void killBeforeNoting(Fault fault) {
    signals.stop(BROKER);
    try {
      awaitUnsent(fault);
    } catch (IllegalStateException nothingToSend) {
      signals.goOn(BROKER);
      throw nothingToSend;
    }
    killWhileHolding(
        fault,
        "select seq from outbox where sent_offset is null for update",
        "update outbox",
        () -> signals.goOn(BROKER));
  }

  /** After applying, in the same transaction: the rows are held that its position goes into. */
  void killBeforePosition(Fault fault) {
    killWhileHolding(
        fault,
        "select topic from inbox_position for update",
        "insert into inbox_position",
        () -> {});
  }

  private void killWhileHolding(Fault fault, String rows, String step, Runnable letGo) {
    try (Connection holder = stores.connect(fault.service());
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(rows);
      letGo.run();
      patience.until(fault + " to be at its line", () -> waits(fault, step));
      platform.kill9(fault.process());
      holder.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("The rows of " + fault.process() + " cannot be held", e);
    }
  }

  private boolean waits(Fault fault, String step) {
    return stores.count(
            fault.service(),
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%s%%'
            """
                .formatted(step))
        > 0;
  }

  private void awaitUnsent(Fault fault) {
    patience.until(
        "events of " + fault.process() + " that wait", () -> witness.unsent(fault.service()) > 0);
  }
}
