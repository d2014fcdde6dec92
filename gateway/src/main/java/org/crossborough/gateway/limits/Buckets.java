package org.crossborough.gateway.limits;

import io.vertx.core.Future;

/** Where tokens are kept for all processes. */
interface Buckets {

  /** Takes up to {@code wanted} tokens, or fails when nobody can say how many there are. */
  Future<Lease> lease(String subject, Rate rate, int wanted);
}
