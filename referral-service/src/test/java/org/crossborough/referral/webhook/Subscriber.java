package org.crossborough.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A client with one subscription, which it ends when it is done. */
final class Subscriber implements AutoCloseable {

  static final String PATH = "/v1/webhook-subscriptions";

  private final String caller;
  private final String id;
  private final String secret;

  private Subscriber(String caller, Response created) {
    this.caller = caller;
    this.id = created(created);
    this.secret = created.jsonPath().getString("secret");
  }

  static Subscriber of(String caller, Receiver receiver, String... types) {
    String wanted =
        types.length == 0 ? "" : ",\"eventTypes\":[\"" + String.join("\",\"", types) + "\"]";
    return new Subscriber(caller, post(caller, PATH, form(receiver.url(), wanted)));
  }

  static String form(String url, String more) {
    return "{\"url\":\"" + url + "\"" + more + "}";
  }

  String id() {
    return id;
  }

  String secret() {
    return secret;
  }

  JsonPath shown() {
    return as(caller).get(PATH + "/" + id).jsonPath();
  }

  List<String> deliveries(String field) {
    return as(caller)
        .get(PATH + "/" + id + "/deliveries?limit=100")
        .jsonPath()
        .getList("items." + field, String.class);
  }

  void awaitState(String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> state.equals(shown().getString("state")));
  }

  /** Asks again when a delivery changed the subscription in between. */
  Response move(String move, String body) {
    Response answer = tryMove(move, body);
    for (int again = 0; again < 20 && answer.statusCode() == 412; again++) {
      answer = tryMove(move, body);
    }
    return answer;
  }

  private Response tryMove(String move, String body) {
    return as(caller)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", as(caller).get(PATH + "/" + id).header("ETag"))
        .body(body)
        .post(PATH + "/" + id + "/" + move);
  }

  @Override
  public void close() {
    Response gone = as(caller).header("If-Match", "*").delete(PATH + "/" + id);
    assertThat(gone.statusCode()).as(gone.asString()).isEqualTo(204);
  }
}
