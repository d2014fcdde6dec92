package org.crossborough.referral.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.changefeed.Change;
import org.crossborough.referral.changefeed.Changes;
import org.crossborough.referral.webhook.WebhookDelivery.Failure;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, and what became of it. Every method is one step of a transaction; between
 * steps a delivery belongs to whoever took it, until a lease runs out. Processes share the work by
 * passing over rows that another one holds.
 */
@ApplicationScoped
class Deliveries {

  static final String TEST = "webhook.test";

  private static final int CHANGES_AT_ONCE = 100;

  /** The answer by which a receiver says that it never wants to hear again. */
  private static final int GONE = 410;

  private final Session database;
  private final Changes changes;
  private final WebhookConfig config;
  private final ObjectMapper json;

  Deliveries(Session database, Changes changes, WebhookConfig config, ObjectMapper json) {
    this.database = database;
    this.changes = changes;
    this.config = config;
    this.json = json;
  }

  /** Lets the feed show what was committed since, which is what deliveries are made of. */
  void placeChanges() {
    changes.place();
  }

  /** Makes deliveries of what one subscription has not been told of; false when there is none. */
  boolean fanOut(Instant now) {
    String sql =
        """
        select s.id from webhook_subscription s
        where s.state in ('ACTIVE', 'FAILING') and exists (select from referral_change c
          where c.borough_code = s.borough_code and c.borough_position > s.position)
        limit 1 for update of s skip locked
        """;
    List<UUID> behind = OneColumn.query(database, sql, UUID.class).getResultList();
    behind.forEach(id -> fanOut(database.find(WebhookSubscription.class, id), now));
    return !behind.isEmpty();
  }

  private void fanOut(WebhookSubscription subscription, Instant now) {
    database.refresh(subscription);
    List<Change> news =
        changes.after(subscription.position(), subscription.boroughCode(), CHANGES_AT_ONCE);
    for (Change change : news) {
      if (subscription.types().contains(change.type())) {
        insert(subscription, change, now);
      }
    }
    if (!news.isEmpty()) {
      moveTo(subscription.id(), news.getLast().position());
    }
  }

  private void moveTo(UUID subscriptionId, long position) {
    var _ =
        database
            .createNativeMutationQuery(
                "update webhook_subscription set position = :position where id = :id")
            .setParameter("position", position)
            .setParameter("id", subscriptionId)
            .executeUpdate();
  }

  /** Lets a subscription be told again from a position on. */
  void rewind(WebhookSubscription subscription, long position) {
    var _ =
        database
            .createNativeMutationQuery(
                """
                update webhook_subscription set position = least(position, :position)
                where id = :id
                """)
            .setParameter("position", position)
            .setParameter("id", subscription.id())
            .executeUpdate();
  }

  /** A change is one delivery for ever: told again, it keeps its ids. */
  private void insert(WebhookSubscription subscription, Change change, Instant now) {
    String sql =
        """
        insert into webhook_delivery (id, subscription_id, borough_code, webhook_id, change_id, type,
          body, state, attempts, next_attempt_at, created_at)
        values (:id, :subscription, :borough, :webhook, :change, :type, :body, 'PENDING', 0, :now, :now)
        on conflict (subscription_id, change_id) do update
          set state = 'PENDING', attempts = 0, next_attempt_at = :now
        """;
    Map<String, Object> data =
        Map.of(
            "changeId", change.id(),
            "referralId", change.referralId(),
            "boroughStatus", change.boroughStatus());
    var _ =
        inserting(sql, subscription, now)
            .setParameter("id", Ids.next())
            .setParameter("webhook", webhookId(subscription.id(), change.id()))
            .setParameter("change", change.id())
            .setParameter("type", change.type().wireName())
            .setParameter("body", body(change.type().wireName(), change.occurredAt(), data))
            .executeUpdate();
  }

  /** A message about nothing, to see whether it arrives. */
  WebhookDelivery insertTest(WebhookSubscription subscription, Instant now) {
    UUID id = Ids.next();
    String sql =
        """
        insert into webhook_delivery (id, subscription_id, borough_code, webhook_id, type,
          body, state, attempts, next_attempt_at, created_at)
        values (:id, :subscription, :borough, :webhook, :type, :body, 'PENDING', 0, :now, :now)
        """;
    var _ =
        inserting(sql, subscription, now)
            .setParameter("id", id)
            .setParameter("webhook", id)
            .setParameter("type", TEST)
            .setParameter("body", body(TEST, now, Map.of("subscriptionId", subscription.id())))
            .executeUpdate();
    return database.find(WebhookDelivery.class, id);
  }

  private MutationQuery inserting(String sql, WebhookSubscription subscription, Instant now) {
    return database
        .createNativeMutationQuery(sql)
        .setParameter("subscription", subscription.id())
        .setParameter("borough", subscription.boroughCode())
        .setParameter("now", now);
  }

  /** Derived, so that it outlives the row that carries it. */
  private static UUID webhookId(UUID subscriptionId, UUID changeId) {
    String both = subscriptionId + "/" + changeId;
    return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.US_ASCII));
  }

  private String body(String type, Instant at, Map<String, Object> data) {
    try {
      return json.writeValueAsString(new Message(type, at, data));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A webhook could not be written", impossible);
    }
  }

  /** The body that Standard Webhooks recommends: what, when, and ids to look the rest up by. */
  record Message(String type, Instant timestamp, Map<String, Object> data) {}

  /**
   * Takes what is due, some of each subscription, so that none waits behind another's backlog.
   *
   * @param busy subscriptions that this process sends to as much as it should already
   */
  List<WebhookDelivery> take(Instant now, List<UUID> busy) {
    String sql =
        """
        update webhook_delivery d set attempts = d.attempts + 1, next_attempt_at = :lease
        from (
          select taken.id from webhook_subscription s cross join lateral (
            select due.id from webhook_delivery due
            where due.subscription_id = s.id and due.state = 'PENDING' and due.next_attempt_at <= :now
              and (s.state in ('ACTIVE', 'FAILING') or due.change_id is null)
            order by due.next_attempt_at limit :each for update skip locked) as taken
          where not s.id = any(:busy)) as t
        where d.id = t.id
        returning d.id
        """;
    List<UUID> taken =
        OneColumn.query(database, sql, UUID.class)
            .setParameter("now", now)
            .setParameter("lease", now.plus(config.lease()))
            .setParameter("each", config.perSubscription())
            .setParameter("busy", busy.toArray(UUID[]::new))
            .getResultList();
    return taken.isEmpty()
        ? List.of()
        : database
            .createQuery("from WebhookDelivery where id in :ids", WebhookDelivery.class)
            .setParameter("ids", taken)
            .getResultList();
  }

  /** It arrived: whatever failed before is over. */
  void arrived(WebhookDelivery delivery, int status, Instant now) {
    settle(delivery, "DELIVERED", now, new Attempt(now, status, null));
    var _ =
        database
            .createNativeMutationQuery(
                """
                update webhook_subscription set failures = 0, failing_since = null,
                  version = version + case when state = 'FAILING' then 1 else 0 end,
                  state = case when state = 'FAILING' then 'ACTIVE' else state end
                where id = :id and failures > 0
                """)
            .setParameter("id", delivery.subscriptionId())
            .executeUpdate();
  }

  /** It did not arrive; tried again later, if there is a later. */
  void failed(WebhookDelivery delivery, Attempt attempt, @Nullable Instant next) {
    settle(
        delivery,
        next == null ? "GIVEN_UP" : "PENDING",
        next == null ? attempt.at() : next,
        attempt);
    boolean gone = attempt.status() != null && attempt.status() == GONE;
    var _ =
        database
            .createNativeMutationQuery(
                """
                update webhook_subscription s set failures = s.failures + 1,
                  failing_since = coalesce(s.failing_since, :now),
                  state = now.state, version = s.version + case when now.state <> s.state then 1 else 0 end
                from (select id, case
                    when :gone or coalesce(failing_since, :now) <= :deadSince then 'DEAD'
                    when failures + 1 >= :failingAfter then 'FAILING'
                    else state end as state
                  from webhook_subscription where id = :id for update) as now
                where s.id = now.id and s.state in ('ACTIVE', 'FAILING')
                """)
            .setParameter("id", delivery.subscriptionId())
            .setParameter("gone", gone)
            .setParameter("now", attempt.at())
            .setParameter("deadSince", attempt.at().minus(config.deadAfter()))
            .setParameter("failingAfter", config.failingAfter())
            .executeUpdate();
  }

  /** How an attempt ended: with an HTTP status, or without an answer. */
  record Attempt(Instant at, @Nullable Integer status, @Nullable Failure failure) {}

  /** Only while the attempt is the last one: a lease that ran out may have led to another. */
  private void settle(WebhookDelivery delivery, String state, Instant next, Attempt attempt) {
    var _ =
        database
            .createNativeMutationQuery(
                """
                update webhook_delivery set state = :state, next_attempt_at = :next,
                  last_attempt_at = :at, last_status = cast(:status as int),
                  last_failure = cast(:failure as text)
                where id = :id and attempts = :attempts and state = 'PENDING'
                """)
            .setParameter("state", state)
            .setParameter("next", next)
            .setParameter("at", attempt.at())
            .setParameter("status", attempt.status())
            .setParameter("failure", attempt.failure() == null ? null : attempt.failure().name())
            .setParameter("id", delivery.id())
            .setParameter("attempts", delivery.attempts())
            .executeUpdate();
  }

  /** Removes what was settled long ago. */
  int forgetBefore(Instant instant) {
    return database
        .createNativeMutationQuery(
            "delete from webhook_delivery where state <> 'PENDING' and created_at < :before")
        .setParameter("before", instant)
        .executeUpdate();
  }

  List<WebhookDelivery> newestFirst(UUID subscriptionId, UUID before, int limit) {
    return database
        .createQuery(
            """
            from WebhookDelivery where subscriptionId = :subscription and id < :before
            order by id desc
            """,
            WebhookDelivery.class)
        .setParameter("subscription", subscriptionId)
        .setParameter("before", before)
        .setMaxResults(Page.rows(limit))
        .getResultList();
  }
}
