package org.crossborough.chassis.inbox;

import java.util.Set;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.Topic;

/**
 * What a feature does with what other services tell. Called inside the transaction that records the
 * event as applied; a repeat never arrives here. Facts of one aggregate arrive in their order,
 * facts of different topics in any.
 */
public interface EventsConsumer {

  /** The topics this feature listens to. */
  Set<Topic> topics();

  /** Applies one event; events of no interest are left alone. */
  void on(Event event);
}
