package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a service meets that comes back while its callers have gone on asking. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class AfterAnOutageComponentTest {

  private static final int CALLERS = 4;
  private static final int ANSWERED_AFTERWARDS = 400;

  /** How much more often than asked a service may be asked; {@code docs/door.md}. */
  private static final double AMPLIFICATION = 1.2;

  private final String token = Tokens.of("demo-assessor");
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger answeredAfterwards = new AtomicInteger();

  private RequestSpecification asAssessor() {
    return given().auth().oauth2(token);
  }

  @Test
  @Timeout(120)
  void it_is_asked_hardly_more_often_than_its_callers_ask() {
    int seenBefore = seen();
    double triedBefore = metric("attempts");
    double againBefore = metric("retries");

    asAssessor().body("{}").post("/v1/runs/outage").then().statusCode(204);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        callers.execute(this::askUntilAllIsWell);
      }
    }

    double tried = metric("attempts") - triedBefore;
    double again = metric("retries") - againBefore;
    int seen = seen() - seenBefore;
    System.out.printf(
        "Outage: %d requests, %d refused; %.0f tried, %.0f of them again; the service saw %d%n",
        sent.get(), refused.get(), tried, again, seen);
    assertThat(refused.get()).as("there was an outage").isPositive();
    assertThat(seen).isLessThanOrEqualTo((int) (AMPLIFICATION * sent.get()));
    assertThat(tried)
        .as("of those that were not refused at once")
        .isLessThanOrEqualTo(AMPLIFICATION * (tried - again));
  }

  private void askUntilAllIsWell() {
    while (answeredAfterwards.get() < ANSWERED_AFTERWARDS) {
      int status = asAssessor().get("/v1/runs").statusCode();
      sent.incrementAndGet();
      if (status != 200) {
        assertThat(status).isEqualTo(503);
        refused.incrementAndGet();
      } else if (refused.get() > 0) {
        answeredAfterwards.incrementAndGet();
      }
    }
  }

  private int seen() {
    return asAssessor().get("/v1/runs/seen").then().statusCode(200).extract().path("seen");
  }

  /** Of the gateway towards this service. */
  private static double metric(String what) {
    String name =
        "crossborough_gateway_upstream_" + what + "_total{service=\"programme-service\"} ";
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }
}
