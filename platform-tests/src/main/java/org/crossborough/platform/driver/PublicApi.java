package org.crossborough.platform.driver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The platform's one public door, with the manners of a good caller: while nobody answers, or the
 * answer is "not now", the same request is sent again under the same key.
 */
public final class PublicApi implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int RACES = 20;

  private final HttpClient http;
  private final Supplier<String> gateway;
  private final Tokens tokens;
  private final Patience patience;
  private final BiConsumer<Call, Answer> witness;
  private final AtomicInteger calls = new AtomicInteger();

  /** Reaches the platform at the address that {@code gateway} names at that moment. */
  public PublicApi(Supplier<String> gateway, Tokens tokens, Patience patience) {
    this(gateway, tokens, patience, (_, _) -> {});
  }

  /** The same, where {@code witness} sees every request that was answered, with its answer. */
  public PublicApi(
      Supplier<String> gateway,
      Tokens tokens,
      Patience patience,
      BiConsumer<Call, Answer> witness) {
    this(gateway, tokens, patience, witness, HttpClient.newBuilder());
  }

  private PublicApi(
      Supplier<String> gateway,
      Tokens tokens,
      Patience patience,
      BiConsumer<Call, Answer> witness,
      HttpClient.Builder http) {
    this.http = http.version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
    this.gateway = gateway;
    this.tokens = tokens;
    this.patience = patience;
    this.witness = witness;
  }

  /** One service past the gateway, by somebody who has such a certificate. */
  public static PublicApi at(String service, Tokens tokens, Patience patience, SSLContext tls) {
    return new PublicApi(
        () -> service, tokens, patience, (_, _) -> {}, HttpClient.newBuilder().sslContext(tls));
  }

  /** How the callers of this API wait. */
  public Patience patience() {
    return patience;
  }

  /** How many requests were sent so far, repeats included. */
  public int calls() {
    return calls.get();
  }

  /** Sends until there is an answer that stands, whatever it says. */
  public Answer send(Call call) {
    return patience.until(() -> "an answer to " + call, () -> attempt(call));
  }

  /**
   * Sends what must succeed.
   *
   * @throws Refused when the answer is no
   */
  public Answer require(Call call) {
    Answer answer = send(call);
    if (!answer.isSuccess()) {
      throw new Refused(call, answer);
    }
    return answer;
  }

  /**
   * Changes a resource in the version just read; when somebody came in between, reads it again and
   * repeats.
   *
   * @throws Refused when the answer is no for another reason
   */
  public Answer change(Call read, Call change) {
    Answer answer = attemptChange(read, change);
    for (int race = 0; answer.status() == 412 && race < RACES; race++) {
      answer = attemptChange(read, change);
    }
    if (!answer.isSuccess()) {
      throw new Refused(change, answer);
    }
    return answer;
  }

  private Answer attemptChange(Call read, Call change) {
    return send(change.with("If-Match", require(read).etag()));
  }

  private Optional<Answer> attempt(Call call) {
    try {
      Answer answer = exchange(call);
      return answer.isPassing() ? Optional.empty() : Optional.of(answer);
    } catch (IOException nobodyThere) {
      return Optional.empty();
    }
  }

  /** Sends once, for those who want to see the failure itself. */
  public Answer exchange(Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway.get() + call.path()))
            .timeout(ANSWER)
            .method(call.method(), publisher(call));
    call.headers().forEach(request::setHeader);
    if (call.identity() != null) {
      request.setHeader("Authorization", "Bearer " + tokens.of(call.identity()));
    }
    calls.incrementAndGet();
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      witness.accept(call, answer);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for an answer", e);
    }
  }

  private static BodyPublisher publisher(Call call) {
    return call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
