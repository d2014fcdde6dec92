package org.crossborough.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.RawHttp;
import org.crossborough.gateway.testing.Tokens;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written down about a request, and what is not. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class AccessLogComponentTest {

  private static final String CASE = "01900000-0000-7000-8000-00000000abcd";

  private static final PatternFormatter FORMAT = new PatternFormatter("%s");

  // The test framework sets it.
  @SuppressWarnings("NullAway")
  @TestHTTPResource(tls = true)
  private URL door;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger log = Logger.getLogger("crossborough.access");
  private final Handler keeper =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(FORMAT.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.addHandler(keeper);
  }

  @AfterEach
  void stop() {
    log.removeHandler(keeper);
  }

  private String lineOf(String correlation) {
    await().until(() -> lines.stream().anyMatch(line -> line.contains(correlation)));
    return lines.stream().filter(line -> line.contains(correlation)).findFirst().orElseThrow();
  }

  @Test
  void a_line_names_method_route_status_time_correlation_and_client() {
    given()
        .auth()
        .oauth2(Tokens.of("demo-borough-islington"))
        .header("X-Correlation-ID", "access-line-1")
        .post("/v1/referrals");

    assertThat(lineOf("access-line-1"))
        .matches("POST /v1/referrals 200 \\d+ms access-line-1 demo-borough-islington");
  }

  @Test
  void a_line_holds_no_id_and_no_query() {
    given()
        .auth()
        .oauth2(Tokens.of("demo-iss-worker"))
        .header("X-Correlation-ID", "access-line-2")
        .get("/v1/survivor-cases/" + CASE + "?name=canary");

    assertThat(lineOf("access-line-2"))
        .contains("GET /v1/survivor-cases 200")
        .doesNotContain(CASE, "canary");
  }

  @Test
  void what_was_refused_is_written_down_without_the_path() {
    given().header("X-Correlation-ID", "access-line-3").get("/nowhere/" + CASE);

    assertThat(lineOf("access-line-3")).matches("GET - 404 \\d+ms access-line-3 -");
  }

  @Test
  void callers_of_http_2_are_written_down_with_what_they_were_answered() throws Exception {
    try (HttpClient client = FakePlatform.trusting().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> answer =
          client.send(overHttp2("/v1/referrals", "access-line-4"), BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(client.send(overHttp2("/nowhere", "access-line-5"), BodyHandlers.ofString()))
          .returns(404, HttpResponse::statusCode);
    }

    assertThat(lineOf("access-line-4")).startsWith("GET /v1/referrals 200 ");
    assertThat(lineOf("access-line-5")).startsWith("GET - 404 ");
  }

  @Test
  void who_leaves_before_the_end_is_written_down_as_gone() throws Exception {
    try (HttpClient client = FakePlatform.trusting().version(HttpClient.Version.HTTP_2).build()) {
      client
          .send(overHttp2("/v1/referrals/endless", "access-line-6"), BodyHandlers.ofInputStream())
          .body()
          .close();
    }
    String _ =
        RawHttp.head(
            "GET /v1/referrals/endless HTTP/1.1\nX-Correlation-ID: access-line-7\nAuthorization: Bearer "
                + Tokens.of("demo-assessor"));

    assertThat(lineOf("access-line-6")).startsWith("GET /v1/referrals 499 ");
    assertThat(lineOf("access-line-7")).startsWith("GET /v1/referrals 499 ");
  }

  private HttpRequest overHttp2(String path, String correlation) throws URISyntaxException {
    return HttpRequest.newBuilder(door.toURI().resolve(path))
        .header("Authorization", "Bearer " + Tokens.of("demo-assessor"))
        .header("X-Correlation-ID", correlation)
        .timeout(Duration.ofSeconds(20))
        .build();
  }

  @Test
  void the_metrics_know_routes_and_no_ids() {
    given().auth().oauth2(Tokens.of("demo-iss-worker")).get("/v1/survivor-cases/" + CASE);

    String metrics =
        given()
            .auth()
            .oauth2(Tokens.of("demo-iss-worker"))
            .get("/q/metrics")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(metrics)
        .contains("crossborough_gateway_requests_seconds_count")
        .contains("route=\"/v1/survivor-cases\"")
        .doesNotContain(CASE);
  }
}
