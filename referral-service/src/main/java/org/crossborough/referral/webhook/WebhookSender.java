package org.crossborough.referral.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.crossborough.referral.webhook.WebhookDelivery.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message, signed as Standard Webhooks says: to the address that was judged, within a
 * time, following no redirect, and reading no more of the answer than its status needs.
 */
@ApplicationScoped
class WebhookSender {

  private static final int MOST_OF_AN_ANSWER = 4096;

  private final HttpClient client;
  private final WebhookSecrets secrets;
  private final WebhookConfig config;
  private final Names names;

  @Inject
  WebhookSender(Vertx vertx, WebhookSecrets secrets, WebhookConfig config) {
    this(vertx, secrets, config, InetAddress::getAllByName);
  }

  WebhookSender(Vertx vertx, WebhookSecrets secrets, WebhookConfig config, Names names) {
    this.names = names;
    this.secrets = secrets;
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.attemptTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MOST_OF_AN_ANSWER)
                .setMaxPoolSize(config.perSubscription()));
  }

  /** What names stand for: the domain name system, or what a test makes of it. */
  interface Names {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  /**
   * A message ready to go.
   *
   * @param secrets what to sign with; with two, both signatures are sent
   */
  record Signed(UUID id, Instant at, String body, List<String> secrets) {

    String signatures() {
      return secrets.stream().map(this::signature).collect(Collectors.joining(" "));
    }

    private String signature(String secret) {
      try {
        return new Webhook(secret).sign(id.toString(), at.getEpochSecond(), body);
      } catch (EmptyWebhookSecretException | WebhookSigningException failure) {
        throw new IllegalStateException("A webhook could not be signed", failure);
      }
    }
  }

  /**
   * How it ended.
   *
   * @param retryAfter how long the receiver asks to be left alone; zero without a wish
   */
  record Outcome(@Nullable Integer status, @Nullable Failure failure, Duration retryAfter) {

    static Outcome without(Failure failure) {
      return new Outcome(null, failure, Duration.ZERO);
    }

    static Outcome answered(int status, Duration retryAfter) {
      boolean taken = status >= 200 && status < 300;
      return new Outcome(status, taken ? null : Failure.STATUS, retryAfter);
    }
  }

  /** Signs a delivery, sends it and waits for the answer. */
  Outcome send(WebhookSubscription subscription, WebhookDelivery delivery, Instant at)
      throws InterruptedException {
    List<String> opened =
        subscription.sealedSecrets(at).stream()
            .map(sealed -> secrets.open(sealed, subscription.id()))
            .toList();
    return send(subscription.url(), new Signed(delivery.webhookId(), at, delivery.body(), opened));
  }

  Outcome send(String url, Signed message) throws InterruptedException {
    Target target = Target.of(url, config.allowLoopback()).orElse(null);
    if (target == null) {
      return Outcome.without(Failure.FORBIDDEN_ADDRESS);
    }
    try {
      InetAddress[] addresses = names.addressesOf(target.host());
      return target.mayBeCalledAt(addresses, config.allowLoopback())
          ? send(target, addresses[0], message)
          : Outcome.without(Failure.FORBIDDEN_ADDRESS);
    } catch (UnknownHostException unknown) {
      return Outcome.without(Failure.UNKNOWN_HOST);
    }
  }

  private Outcome send(Target target, InetAddress address, Signed message)
      throws InterruptedException {
    AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
    Future<Outcome> outcome =
        client
            .request(request(target, address, message))
            .compose(request -> {
              sent.set(request);
              return request.send(Buffer.buffer(message.body())).compose(WebhookSender::read);
            });
    try {
      return outcome
          .toCompletionStage()
          .toCompletableFuture()
          .get(config.attemptTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      HttpClientRequest request = sent.get();
      if (request != null) {
        var _ = request.reset();
      }
      return Outcome.without(Failure.TIMEOUT);
    } catch (ExecutionException broken) {
      return Outcome.without(Failure.CONNECTION);
    }
  }

  private static RequestOptions request(Target target, InetAddress address, Signed message) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        // Connected to the address that was judged: a second look-up might find another.
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.isSecure())
        .setURI(target.resource())
        .setFollowRedirects(false)
        .putHeader("content-type", "application/json")
        .putHeader("user-agent", "Crossborough-Webhooks/1")
        .putHeader("webhook-id", message.id().toString())
        .putHeader("webhook-timestamp", Long.toString(message.at().getEpochSecond()))
        .putHeader("webhook-signature", message.signatures());
  }

  private static Future<Outcome> read(HttpClientResponse answer) {
    Promise<Outcome> read = Promise.promise();
    Outcome outcome = Outcome.answered(answer.statusCode(), retryAfter(answer));
    int[] seen = {0};
    answer
        .handler(part -> {
          seen[0] += part.length();
          if (seen[0] > MOST_OF_AN_ANSWER && read.tryComplete(outcome)) {
            var _ = answer.request().reset();
          }
        })
        .endHandler(end -> {
          var _ = read.tryComplete(outcome);
        })
        .exceptionHandler(cut -> {
          var _ = read.tryComplete(outcome);
        });
    return read.future();
  }

  private static Duration retryAfter(HttpClientResponse answer) {
    String seconds = answer.getHeader("retry-after");
    return seconds != null && seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }
}
