package org.crossborough.gateway.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.crossborough.gateway.store.SharedStore;

/** Does to a session what minutes would do, without the minutes. */
final class SessionClock {

  private SessionClock() {}

  static void letTokensRunOut(SharedStore store, String cookie, String key) throws Exception {
    Sealed seal = new Sealed(key);
    Buffer id =
        Buffer.buffer(
            MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8)));
    var _ =
        store
            .transaction(connection ->
                connection
                    .preparedQuery("select tokens from front_end_session where id = $1")
                    .execute(Tuple.of(id))
                    .compose(rows -> {
                      byte[] held = rows.iterator().next().getBuffer("tokens").getBytes();
                      JsonObject tokens =
                          new JsonObject(Objects.requireNonNull(seal.open(held, "tokens")));
                      tokens.put("ends", 0L);
                      return connection
                          .preparedQuery("update front_end_session set tokens = $2 where id = $1")
                          .execute(
                              Tuple.of(id, Buffer.buffer(seal.seal(tokens.encode(), "tokens"))));
                    }))
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }
}
