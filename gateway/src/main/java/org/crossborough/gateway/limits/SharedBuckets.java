package org.crossborough.gateway.limits;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.crossborough.gateway.store.SharedStore;

/** Token buckets in the shared store, filled by its clock alone. */
@Singleton
class SharedBuckets implements Buckets {

  private static final String LEASE =
      """
      insert into rate_allowance as bucket (subject, tokens, granted, refilled_at)
      values ($1, $2::int - least($3::int, $2::int), least($3::int, $2::int), clock_timestamp())
      on conflict (subject) do update
      set (tokens, granted, refilled_at) = (
        select filled.tokens - least($3::int, floor(filled.tokens)::int),
               least($3::int, floor(filled.tokens)::int),
               filled.at
        from (
          select least($2::int, bucket.tokens
                   + greatest(0, extract(epoch from at - bucket.refilled_at)) * $4::int) as tokens,
                 at
          from (select clock_timestamp() as at) moment) filled)
      returning granted, floor(tokens)::int as left_over
      """;

  private final SharedStore store;

  SharedBuckets(SharedStore store) {
    this.store = store;
  }

  @Override
  public Future<Lease> lease(String subject, Rate rate, int wanted) {
    return store
        .hurry(LEASE, Tuple.of(subject, rate.burst(), wanted, rate.perSecond()))
        .map(rows -> {
          Row row = rows.iterator().next();
          return new Lease(row.getInteger("granted"), row.getInteger("left_over"));
        });
  }
}
