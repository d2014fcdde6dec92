package org.crossborough.gateway.door;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.RefusalAnswer;

/** Answers what has a route of the gateway's own and yet nobody answered. */
@Singleton
class UnansweredPaths {

  void register(@Observes Router router) {
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(context -> RefusalAnswer.send(context, Refusal.NOT_FOUND));
  }
}
