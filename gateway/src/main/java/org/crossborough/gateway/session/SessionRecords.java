package org.crossborough.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.crossborough.gateway.store.SharedStore;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in the shared store, so that any process serves them and one that ends is over in all.
 * The store knows a session's cookie by its hash alone and its tokens as ciphertext.
 */
@Singleton
class SessionRecords {

  private static final String ADD =
      """
      insert into front_end_session (id, provider_session, subject, tokens, idle_until, ends_at)
      values ($1, $2, $3, $4, now() + make_interval(secs => $5), now() + make_interval(secs => $6))
      """;
  // Written once a minute at most: reading is what happens all the time.
  private static final String TOUCH =
      """
      with found as (
        select id, tokens, idle_until from front_end_session
        where id = $1 and idle_until > now() and ends_at > now()),
      touched as (
        update front_end_session session set idle_until = now() + make_interval(secs => $2)
        from found
        where session.id = found.id
          and found.idle_until < now() + make_interval(secs => $2) - interval '1 minute')
      select tokens from found
      """;
  private static final String HOLD =
      "select tokens from front_end_session where id = $1 and ends_at > now() for update";
  private static final String RENEW = "update front_end_session set tokens = $2 where id = $1";
  private static final String END = "delete from front_end_session where id = $1";
  private static final String END_AT_PROVIDER =
      "delete from front_end_session where provider_session = $1";
  private static final String END_OF_SUBJECT = "delete from front_end_session where subject = $1";
  private static final String FORGET =
      "delete from front_end_session where idle_until < now() or ends_at < now()";

  private final SharedStore store;

  SessionRecords(SharedStore store) {
    this.store = store;
  }

  /** Keeps a new session, and forgets those that have run out. */
  Future<Void> add(
      String cookie,
      String providerSession,
      String subject,
      byte[] tokens,
      Duration idle,
      Duration longest) {
    Tuple values =
        Tuple.of(
            id(cookie),
            providerSession,
            subject,
            Buffer.buffer(tokens),
            (double) idle.toSeconds(),
            (double) longest.toSeconds());
    return store.run(FORGET, Tuple.tuple()).compose(_ -> store.run(ADD, values)).mapEmpty();
  }

  /** The tokens of a session that goes on, which it does by being asked for; or nothing. */
  Future<Optional<byte[]>> touch(String cookie, Duration idle) {
    return store
        .run(TOUCH, Tuple.of(id(cookie), (double) idle.toSeconds()))
        .map(SessionRecords::tokens);
  }

  /**
   * Replaces the tokens of a session while nobody else does: a refresh token is good for one use,
   * and a second use ends the session.
   *
   * @param renewal from the tokens as they are now to those to keep; the same for no change
   */
  Future<Optional<byte[]>> renew(String cookie, Function<byte[], Future<byte[]>> renewal) {
    return store.transaction(connection ->
        connection
            .preparedQuery(HOLD)
            .execute(Tuple.of(id(cookie)))
            .compose(rows -> {
              Optional<byte[]> held = tokens(rows);
              return held.isEmpty()
                  ? Future.succeededFuture(held)
                  : renewal.apply(held.get()).compose(now -> keep(connection, cookie, now));
            }));
  }

  private static Future<Optional<byte[]>> keep(
      SqlConnection connection, String cookie, byte[] renewed) {
    return connection
        .preparedQuery(RENEW)
        .execute(Tuple.of(id(cookie), Buffer.buffer(renewed)))
        .map(_ -> Optional.of(renewed));
  }

  Future<Void> end(String cookie) {
    return store.run(END, Tuple.of(id(cookie))).mapEmpty();
  }

  /** Ends what the provider says is over: one session of its own, or all of a person. */
  Future<Void> endAtProvider(@Nullable String providerSession, @Nullable String subject) {
    return providerSession != null
        ? store.run(END_AT_PROVIDER, Tuple.of(providerSession)).mapEmpty()
        : store.run(END_OF_SUBJECT, Tuple.of(subject)).mapEmpty();
  }

  private static Optional<byte[]> tokens(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(rows.iterator().next().getBuffer("tokens").getBytes());
  }

  private static Buffer id(String cookie) {
    try {
      return Buffer.buffer(
          MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
