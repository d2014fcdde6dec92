package org.crossborough.gateway.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The database that all processes of the gateway share. What can do without it never waits longer
 * than a moment and leaves it alone for a while once it has failed, and says itself what holds
 * then. Its tables are the gateway's own and made when they are first needed.
 */
@Singleton
public class SharedStore {

  private static final Logger LOG = Logger.getLogger(SharedStore.class);

  /** One statement at a time makes the tables, whoever comes first. */
  private static final long SCHEMA_LOCK = 0x6761746577617931L;

  /** How long something that cannot do without waits for a connection. */
  private static final int CONNECTION_SECONDS = 3;

  // Allowances and proofs are of the moment: after a crash of the database they may be forgotten.
  private static final String SCHEMA =
      """
      create unlogged table if not exists rate_allowance (
        subject text primary key,
        tokens double precision not null,
        granted integer not null,
        refilled_at timestamptz not null);
      create unlogged table if not exists seen_proof (
        proof bytea primary key,
        forget_at timestamptz not null);
      create index if not exists seen_proof_forget on seen_proof (forget_at);
      create table if not exists front_end_session (
        id bytea primary key,
        provider_session text not null,
        subject text not null,
        tokens bytea not null,
        idle_until timestamptz not null,
        ends_at timestamptz not null);
      create index if not exists front_end_session_provider on front_end_session (provider_session);
      create index if not exists front_end_session_subject on front_end_session (subject);
      create index if not exists front_end_session_idle on front_end_session (idle_until);
      """;

  private final @Nullable Pool pool;
  private final long patienceMillis;
  private final long pauseNanos;
  private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
  private volatile boolean tablesKnown;

  @Inject
  SharedStore(Vertx vertx, StoreConfig config) {
    this.pool = config.url().map(url -> pool(vertx, url, config)).orElse(null);
    this.patienceMillis = config.patience().toMillis();
    this.pauseNanos = config.pause().toNanos();
  }

  /** For whoever is no bean. */
  public static SharedStore open(Vertx vertx, StoreConfig config) {
    return new SharedStore(vertx, config);
  }

  private static Pool pool(Vertx vertx, String url, StoreConfig config) {
    PgConnectOptions server = PgConnectOptions.fromUri(url);
    server.setConnectTimeout(CONNECTION_SECONDS * 1000);
    server.setCachePreparedStatements(true);
    PoolOptions options =
        new PoolOptions()
            .setMaxSize(config.connections())
            .setMaxWaitQueueSize(1024)
            .setConnectionTimeout(CONNECTION_SECONDS)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    return PgBuilder.pool().with(options).connectingTo(server).using(vertx).build();
  }

  @PreDestroy
  void close() {
    if (pool != null) {
      pool.close();
    }
  }

  /** Whether there is one at all; it may be out of reach nevertheless. */
  public boolean isConfigured() {
    return pool != null;
  }

  /**
   * Runs one statement for something that can do without; fails after a moment, and at once while
   * the database rests after a failure.
   */
  public Future<RowSet<Row>> hurry(String sql, Tuple values) {
    return restUntil.get() - System.nanoTime() > 0
        ? Future.failedFuture(new StoreAway())
        : run(sql, values).timeout(patienceMillis, TimeUnit.MILLISECONDS).onFailure(this::rest);
  }

  /** Runs one statement for something that cannot do without. */
  public Future<RowSet<Row>> run(String sql, Tuple values) {
    return with(store -> store.preparedQuery(sql).execute(values));
  }

  /** Runs {@code work} in one transaction, for as long as it needs. */
  public <T> Future<T> transaction(Function<SqlConnection, Future<T>> work) {
    return with(store -> store.withTransaction(work));
  }

  private <T> Future<T> with(Function<Pool, Future<T>> work) {
    Pool store = pool;
    if (store == null) {
      return Future.failedFuture(new StoreAway());
    }
    return tablesKnown ? work.apply(store) : tables(store).compose(_ -> work.apply(store));
  }

  private Future<Void> tables(Pool store) {
    return store
        .withTransaction(connection ->
            connection
                .query("select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")")
                .execute()
                .compose(_ -> connection.query(SCHEMA).execute()))
        .onSuccess(_ -> tablesKnown = true)
        .mapEmpty();
  }

  private void rest(Throwable failure) {
    long now = System.nanoTime();
    if (!(failure instanceof StoreAway) && restUntil.get() - now <= 0) {
      restUntil.set(now + pauseNanos);
      tablesKnown = false;
      // Its message may quote values.
      LOG.warnf(
          "The shared store gives no answer: %s",
          failure instanceof TimeoutException ? "timeout" : failure.getClass().getSimpleName());
    }
  }
}
