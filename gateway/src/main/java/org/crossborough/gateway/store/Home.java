package org.crossborough.gateway.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Brings an outcome that several requests wait for back to the event loop of each. */
public final class Home {

  private Home() {}

  /**
   * The same outcome, on the context that calls this: a request belongs to one event loop alone.
   */
  public static <T> Future<T> bring(Future<T> outcome) {
    Context home = Vertx.currentContext();
    if (home == null || outcome.isComplete()) {
      return outcome;
    }
    Promise<T> here = Promise.promise();
    outcome.onComplete(result -> home.runOnContext(_ -> here.handle(result)));
    return here.future();
  }
}
