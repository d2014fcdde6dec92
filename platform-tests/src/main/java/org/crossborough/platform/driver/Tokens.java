package org.crossborough.platform.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Access tokens of the demo identities, each fetched again before it expires. */
public final class Tokens {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final UnaryOperator<String> provider;
  private final Patience patience;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  /** Asks {@code provider} for the token of an identity, again while it fails. */
  public Tokens(UnaryOperator<String> provider, Patience patience) {
    this.provider = provider;
    this.patience = patience;
  }

  /** Fetches every token again when it is next needed. */
  public void forget() {
    held.clear();
  }

  String of(String identity) {
    @Nullable Held token = held.get(identity);
    if (token == null || Instant.now().plus(MARGIN).isAfter(token.expiresAt())) {
      token = fetch(identity);
      held.put(identity, token);
    }
    return token.value();
  }

  private Held fetch(String identity) {
    return patience.until(() -> "a token of " + identity, () -> attempt(identity));
  }

  private Optional<Held> attempt(String identity) {
    try {
      String token = provider.apply(identity);
      return Optional.of(new Held(token, expiryOf(token)));
    } catch (IllegalStateException notNow) {
      return Optional.empty();
    }
  }

  private static Instant expiryOf(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Instant.ofEpochSecond(Json.tree(claims).path("exp").asLong());
  }

  private record Held(String value, Instant expiresAt) {}
}
