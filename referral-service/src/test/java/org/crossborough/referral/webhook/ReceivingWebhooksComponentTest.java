package org.crossborough.referral.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.referral.webhook.Receiver.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReceivingWebhooksComponentTest {

  private final WebhookDispatcher dispatcher;

  ReceivingWebhooksComponentTest(WebhookDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Test
  void a_change_arrives_signed_and_carries_ids_only() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      String id = aReferral(ISLINGTON);

      Received message = await(receiver, 1).getFirst();

      new Webhook(subscriber.secret()).verify(message.body(), message.headers());
      JsonPath body = JsonPath.from(message.body());
      assertThat(body.getMap("")).containsOnlyKeys("type", "timestamp", "data");
      assertThat(body.getString("type")).isEqualTo("referral.received");
      assertThat(Instant.parse(body.getString("timestamp"))).isBefore(Instant.now());
      assertThat(body.getMap("data"))
          .containsOnlyKeys("changeId", "referralId", "boroughStatus")
          .containsEntry("referralId", id)
          .containsEntry("boroughStatus", "RECEIVED");
      Awaitility.await().until(() -> subscriber.deliveries("state").equals(List.of("DELIVERED")));
      Awaitility.await()
          .until(() ->
              given()
                  .get("/q/metrics")
                  .asString()
                  .contains("crossborough_webhook_deliveries_total{result=\"delivered\"}"));
    }
  }

  @Test
  void a_message_that_was_tampered_with_does_not_verify() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      var _ = aReferral(ISLINGTON);
      Received message = await(receiver, 1).getFirst();
      Webhook verifier = new Webhook(subscriber.secret());

      assertThatThrownBy(() -> verifier.verify(message.body() + " ", message.headers()))
          .isInstanceOf(WebhookVerificationException.class);
    }
  }

  @Test
  void what_was_not_taken_is_sent_again_under_the_same_id() throws Exception {
    try (Receiver receiver = Receiver.answering(number -> number < 3 ? 503 : 204);
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      var _ = aReferral(ISLINGTON);

      List<Received> attempts = await(receiver, 3);

      assertThat(attempts).extracting(Received::id).containsOnly(attempts.getFirst().id());
      assertThat(attempts).extracting(Received::body).containsOnly(attempts.getFirst().body());
      for (Received attempt : attempts) {
        new Webhook(subscriber.secret()).verify(attempt.body(), attempt.headers());
      }
      Awaitility.await().until(() -> subscriber.deliveries("state").equals(List.of("DELIVERED")));
      assertThat(subscriber.deliveries("attempts")).hasSize(1).first().hasToString("3");
      assertThat(subscriber.deliveries("webhookId")).containsExactly(attempts.getFirst().id());
      subscriber.awaitState("ACTIVE");
    }
  }

  @Test
  void a_receiver_that_stays_away_is_given_up_and_comes_back_with_a_replay() throws Exception {
    try (Receiver receiver = Receiver.answering(number -> 500);
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      Instant before = Instant.now();
      String first = aReferral(ISLINGTON);
      subscriber.awaitState("FAILING");
      assertThat(subscriber.shown().getString("failingSince")).isNotNull();
      Awaitility.await().until(() -> subscriber.deliveries("state").contains("GIVEN_UP"));
      assertThat(subscriber.deliveries("lastStatus")).first().hasToString("500");
      assertThat(subscriber.deliveries("lastFailure")).containsExactly("STATUS");
      // Further failures, later than the patience that tests have, end it.
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(300))
          .until(() -> {
            var _ = subscriber.move("tests", "{}");
            return "DEAD".equals(subscriber.shown().getString("state"));
          });
      String second = aReferral(ISLINGTON);
      receiver.answersFromNowOn(204);

      Response revived = subscriber.move("replays", "{\"since\":\"" + before + "\"}");

      assertThat(revived.statusCode()).as(revived.asString()).isEqualTo(202);
      assertThat(revived.jsonPath().getString("state")).isEqualTo("ACTIVE");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Set.copyOf(referrals(receiver)).containsAll(Set.of(first, second)));
      Awaitility.await()
          .until(() -> subscriber.deliveries("state").stream().allMatch("DELIVERED"::equals));
      List<String> ofFirst =
          receiver.received().stream()
              .filter(message -> first.equals(referral(message)))
              .map(Received::id)
              .distinct()
              .toList();
      assertThat(ofFirst).as("a replay keeps the id").hasSize(1);
    }
  }

  @Test
  void a_receiver_that_says_gone_is_not_asked_again() throws Exception {
    try (Receiver receiver = Receiver.answering(number -> 410);
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      var _ = aReferral(ISLINGTON);
      subscriber.awaitState("DEAD");

      var _ = aReferral(ISLINGTON);
      roundsOf(dispatcher, 3);

      assertThat(receiver.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"after", "since"})
  void a_replay_begins_where_it_is_told_to(String from) throws Exception {
    Instant start = Instant.now();
    String cursor = endOfFeed(CAMDEN);
    var _ = aReferral(CAMDEN);
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(CAMDEN, receiver)) {
      String told = aReferral(CAMDEN);
      var _ = await(receiver, 1);

      String point = from.equals("after") ? cursor : start.toString();
      Response replayed = subscriber.move("replays", "{\"" + from + "\":\"" + point + "\"}");

      assertThat(replayed.statusCode()).as(replayed.asString()).isEqualTo(202);
      var _ = await(receiver, 3);
      Awaitility.await()
          .until(() -> referrals(receiver).stream().filter(told::equals).count() == 2);
      assertThat(receiver.received().stream().map(Received::id).distinct().count())
          .isEqualTo(receiver.received().size() - 1L);
    }
  }

  @Test
  void after_a_rotation_both_secrets_verify_for_a_while() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      Response rotated = subscriber.move("secret-rotations", "{}");
      String fresh = rotated.jsonPath().getString("secret");
      assertThat(fresh).startsWith("whsec_").isNotEqualTo(subscriber.secret());
      assertThat(rotated.jsonPath().getString("previousSecretUntil")).isNotNull();

      var _ = aReferral(ISLINGTON);
      Received message = await(receiver, 1).getFirst();

      assertThat(message.header("webhook-signature").split(" ", -1)).hasSize(2);
      new Webhook(fresh).verify(message.body(), message.headers());
      new Webhook(subscriber.secret()).verify(message.body(), message.headers());
    }
  }

  @Test
  void nothing_is_sent_while_paused_and_everything_afterwards() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      assertThat(subscriber.move("pause", "{}").jsonPath().getString("state")).isEqualTo("PAUSED");
      String id = aReferral(ISLINGTON);
      moved(move(COORDINATOR, id, "triage", "{}"));
      roundsOf(dispatcher, 3);
      assertThat(receiver.received()).isEmpty();

      var _ = subscriber.move("resumption", "{}");

      assertThat(await(receiver, 2))
          .extracting(message -> JsonPath.from(message.body()).getString("type"))
          .containsExactlyInAnyOrder("referral.received", "referral.status_changed");
    }
  }

  @Test
  void going_on_after_a_pause_begins_with_new_patience() throws Exception {
    try (Receiver receiver = Receiver.answering(number -> 500);
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      var _ = aReferral(ISLINGTON);
      subscriber.awaitState("FAILING");
      var _ = subscriber.move("pause", "{}");
      receiver.answersFromNowOn(204);

      Response resumed = subscriber.move("resumption", "{}");

      assertThat(resumed.jsonPath().getString("state")).isEqualTo("ACTIVE");
      assertThat(resumed.jsonPath().getMap("")).doesNotContainKey("failingSince");
      var _ = aReferral(ISLINGTON);
      Awaitility.await().until(() -> subscriber.deliveries("state").contains("DELIVERED"));
    }
  }

  @Test
  void only_the_types_asked_for_are_sent() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver, "referral.status_changed")) {
      String id = aReferral(ISLINGTON);
      moved(move(COORDINATOR, id, "triage", "{}"));

      var _ = await(receiver, 1);
      roundsOf(dispatcher, 3);

      assertThat(receiver.received()).hasSize(1);
      assertThat(subscriber.deliveries("type")).containsExactly("referral.status_changed");
    }
  }

  @Test
  void another_boroughs_changes_are_not_sent() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(CAMDEN, receiver)) {
      var _ = aReferral(ISLINGTON);
      String camdens = aReferral(CAMDEN);

      var _ = await(receiver, 1);
      roundsOf(dispatcher, 3);

      assertThat(referrals(receiver)).containsExactly(camdens);
      assertThat(subscriber.deliveries("state")).hasSize(1);
    }
  }

  @Test
  void a_test_message_arrives_even_while_paused() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      var _ = subscriber.move("pause", "{}");

      Response asked = subscriber.move("tests", "{}");

      assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
      Received message = await(receiver, 1).getFirst();
      new Webhook(subscriber.secret()).verify(message.body(), message.headers());
      assertThat(JsonPath.from(message.body()).getString("type")).isEqualTo("webhook.test");
      assertThat(asked.jsonPath().getString("webhookId")).isEqualTo(message.id());
    }
  }

  @Test
  void a_receiver_that_hangs_holds_up_nobody_else() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    try (Receiver slow =
            Receiver.answering(number -> {
              awaitQuietly(hanging);
              return 204;
            });
        Receiver quick = Receiver.willing();
        Subscriber _ = Subscriber.of(ISLINGTON, slow);
        Subscriber _ = Subscriber.of(ISLINGTON, quick)) {
      for (int i = 0; i < 10; i++) {
        var _ = aReferral(ISLINGTON);
      }

      var _ = await(quick, 10);
      assertThat(slow.received()).as("no more than may be under way").hasSizeLessThanOrEqualTo(4);
      hanging.countDown();
    }
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    try (Receiver receiver = Receiver.answering(number -> 302);
        Subscriber subscriber = Subscriber.of(ISLINGTON, receiver)) {
      var _ = aReferral(ISLINGTON);
      subscriber.awaitState("FAILING");

      assertThat(subscriber.deliveries("lastStatus")).first().hasToString("302");
    }
  }

  @Test
  void several_workers_share_the_work_and_send_each_message_once() throws Exception {
    int men = 20;
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(CAMDEN, receiver);
        ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<String> made = new ArrayList<>();
      for (int i = 0; i < men; i++) {
        made.add(aReferral(CAMDEN));
        for (int worker = 0; worker < 4; worker++) {
          workers.execute(() -> roundsOf(dispatcher, 1));
        }
      }

      var _ = await(receiver, men);
      Awaitility.await()
          .until(() ->
              subscriber.deliveries("state").stream().filter("DELIVERED"::equals).count() == men);
      assertThat(referrals(receiver)).containsExactlyInAnyOrderElementsOf(made);
      assertThat(new HashSet<>(receiver.received().stream().map(Received::id).toList()))
          .hasSize(men);
    }
  }

  @Test
  void what_a_worker_took_and_never_settled_is_sent_by_another() throws Exception {
    try (Receiver receiver = Receiver.willing();
        Subscriber subscriber = Subscriber.of(CAMDEN, receiver)) {
      var _ = aReferral(CAMDEN);
      var _ = await(receiver, 1);
      Awaitility.await().until(() -> subscriber.deliveries("state").contains("DELIVERED"));
      UUID taken = UUID.fromString(subscriber.deliveries("id").getFirst());
      try (var connection = Psql.asOwner();
          var statement = connection.createStatement()) {
        statement.execute("set app.borough = '*'");
        statement.execute(
            "update webhook_delivery set state = 'PENDING', next_attempt_at = now()"
                + " + interval '1 second' where id = '"
                + taken
                + "'");
      }

      List<Received> twice = await(receiver, 2);

      assertThat(twice).extracting(Received::id).containsOnly(twice.getFirst().id());
    }
  }

  private static void roundsOf(WebhookDispatcher dispatcher, int rounds) {
    for (int i = 0; i < rounds; i++) {
      SystemWork.run(dispatcher::round);
    }
  }

  private static String endOfFeed(String caller) {
    JsonPath page = as(caller).get("/v1/referral-changes?limit=100").jsonPath();
    while (!page.getList("items").isEmpty()) {
      String next = page.getString("next");
      page = as(caller).get("/v1/referral-changes?limit=100&after=" + next).jsonPath();
    }
    return page.getString("next");
  }

  private static List<Received> await(Receiver receiver, int messages) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> receiver.received().size() >= messages);
    return receiver.received();
  }

  private static List<String> referrals(Receiver receiver) {
    return receiver.received().stream().map(ReceivingWebhooksComponentTest::referral).toList();
  }

  private static String referral(Received message) {
    return String.valueOf(JsonPath.from(message.body()).getString("data.referralId"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
