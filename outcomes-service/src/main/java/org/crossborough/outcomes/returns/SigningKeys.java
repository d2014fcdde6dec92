package org.crossborough.outcomes.returns;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/** The key that signs now, and the public halves of every key that ever did. */
@ApplicationScoped
class SigningKeys {

  private final Session session;
  private final ReturnsConfig config;

  SigningKeys(Session session, ReturnsConfig config) {
    this.session = session;
    this.config = config;
  }

  /** The key from the configuration, or else the one made here; made at its first use. */
  SigningKey current(Instant at) {
    Optional<SigningKey> configured = configured();
    if (configured.isPresent()) {
      keep(configured.get(), false, at);
      return configured.get();
    }
    return made()
        .orElseGet(() -> {
          SigningKey key = SigningKey.generate();
          keep(key, true, at);
          return key;
        });
  }

  /** The public halves, newest first: a return stays verifiable after its key was replaced. */
  List<Map<String, String>> published() {
    return session
        .createNativeQuery(
            "select id, public_key from return_key order by created_at desc, id", Object[].class)
        .addScalar("id", String.class)
        .addScalar("public_key", byte[].class)
        .stream()
        .map(row -> SigningKey.jwk((String) row[0], (byte[]) row[1]))
        .toList();
  }

  private Optional<SigningKey> configured() {
    return config
        .privateKey()
        .map(half ->
            SigningKey.of(
                decoded(config.publicKey().orElseThrow(SigningKeys::halfMissing)), decoded(half)));
  }

  private static IllegalStateException halfMissing() {
    return new IllegalStateException(
        "crossborough.outcomes.returns.private-key needs its public-key");
  }

  private static byte[] decoded(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }

  private Optional<SigningKey> made() {
    return session
        .createNativeQuery(
            """
            select public_key, private_key from return_key where private_key is not null
            order by created_at desc limit 1
            """,
            Object[].class)
        .addScalar("public_key", byte[].class)
        .addScalar("private_key", byte[].class)
        .stream()
        .map(row -> SigningKey.of((byte[]) row[0], (byte[]) row[1]))
        .findFirst();
  }

  private void keep(SigningKey key, boolean withPrivateHalf, Instant at) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                insert into return_key (id, public_key, private_key, created_at)
                values (:id, :public, :private, :at) on conflict do nothing
                """)
            .setParameter("id", key.id())
            .setParameter("public", key.publicKey())
            .setParameter("private", withPrivateHalf ? key.privateKey() : null, byte[].class)
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .executeUpdate();
  }
}
