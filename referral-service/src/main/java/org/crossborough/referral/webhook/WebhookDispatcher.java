package org.crossborough.referral.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.crossborough.chassis.problem.Trace;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.referral.webhook.Deliveries.Attempt;
import org.crossborough.referral.webhook.WebhookSender.Outcome;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. No transaction is open while a receiver is waited for; a process that dies
 * meanwhile leaves a lease behind, after which another one sends the same message again.
 */
@ApplicationScoped
class WebhookDispatcher {

  private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class);
  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final Deliveries deliveries;
  private final WebhookSubscriptions subscriptions;
  private final WebhookSender sender;
  private final WebhookConfig config;
  private final Clock clock;
  private final MeterRegistry meters;
  private final RetrySchedule schedule;
  private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private Instant tidyAt = Instant.MIN;
  private volatile boolean running;
  private @Nullable Thread thread;

  WebhookDispatcher(
      Deliveries deliveries,
      WebhookSubscriptions subscriptions,
      WebhookSender sender,
      WebhookConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.sender = sender;
    this.config = config;
    this.clock = clock;
    this.meters = meters;
    this.schedule = new RetrySchedule(config.retryAfter());
  }

  void start(@Observes StartupEvent event) {
    if (config.dispatch()) {
      running = true;
      // No virtual thread: interrupting one in the middle of a statement closes its connection.
      thread = Thread.ofPlatform().daemon().name("webhook-dispatcher").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    if (thread != null) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(5));
    }
  }

  private void run() {
    while (running) {
      try {
        SystemWork.run(this::round);
        // What arrived makes room for the next of its subscription at once.
        if (wake.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
          var _ = wake.drainPermits();
        }
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException failure) {
        // Whatever it was, what is due stays due.
        LOG.warnf("Webhooks wait: %s", Trace.of(failure));
        if (!paused()) {
          return;
        }
      }
    }
  }

  private boolean paused() {
    try {
      Thread.sleep(config.poll().multipliedBy(4));
      return true;
    } catch (InterruptedException stopping) {
      return false;
    }
  }

  /** Looks once for what has changed and what is due, and begins to send it. */
  void round() {
    QuarkusTransaction.requiringNew().run(deliveries::placeChanges);
    while (QuarkusTransaction.requiringNew().call(() -> deliveries.fanOut(now()))) {
      // One subscription after the other, each in a transaction of its own.
    }
    List<WebhookDelivery> due = take();
    while (!due.isEmpty()) {
      due.forEach(this::begin);
      due = take();
    }
    tidy();
  }

  private List<WebhookDelivery> take() {
    List<UUID> busy =
        underWay.entrySet().stream()
            .filter(entry -> entry.getValue() >= config.perSubscription())
            .map(Map.Entry::getKey)
            .toList();
    return QuarkusTransaction.requiringNew().call(() -> deliveries.take(now(), busy));
  }

  private void begin(WebhookDelivery delivery) {
    underWay.merge(delivery.subscriptionId(), 1, Integer::sum);
    var _ =
        Thread.ofVirtual()
            .name("webhook")
            .start(() -> {
              try {
                SystemWork.run(() -> send(delivery));
              } finally {
                underWay.computeIfPresent(
                    delivery.subscriptionId(), (id, count) -> count == 1 ? null : count - 1);
                wake.release();
              }
            });
  }

  private void send(WebhookDelivery delivery) {
    try {
      WebhookSubscription subscription =
          QuarkusTransaction.requiringNew()
              .call(() -> subscriptions.findById(delivery.subscriptionId()));
      if (subscription != null) {
        settle(delivery, sender.send(subscription, delivery, now()));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // The lease runs out, and then it is tried again.
      LOG.warnf("A webhook could not be sent: %s", Trace.of(failure));
    }
  }

  private void settle(WebhookDelivery delivery, Outcome outcome) {
    Instant now = now();
    if (outcome.status() != null && outcome.failure() == null) {
      int status = outcome.status();
      QuarkusTransaction.requiringNew().run(() -> deliveries.arrived(delivery, status, now));
      count("delivered");
      return;
    }
    Instant next =
        schedule
            .after(delivery.attempts(), outcome.retryAfter(), ThreadLocalRandom.current())
            .map(now::plus)
            .orElse(null);
    Attempt attempt = new Attempt(now, outcome.status(), outcome.failure());
    QuarkusTransaction.requiringNew().run(() -> deliveries.failed(delivery, attempt, next));
    count(next == null ? "given_up" : "retried");
  }

  private void count(String result) {
    meters.counter("crossborough.webhook.deliveries", "result", result).increment();
  }

  private void tidy() {
    Instant now = now();
    if (now.isAfter(tidyAt)) {
      tidyAt = now.plus(TIDY_EVERY);
      int forgotten =
          QuarkusTransaction.requiringNew()
              .call(() -> deliveries.forgetBefore(now.minus(config.keepDeliveries())));
      LOG.debugf("Forgot %d deliveries", forgotten);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
