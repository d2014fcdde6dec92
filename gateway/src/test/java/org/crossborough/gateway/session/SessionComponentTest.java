package org.crossborough.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.crossborough.gateway.store.SharedStore;
import org.crossborough.gateway.testing.FakePlatform;
import org.crossborough.gateway.testing.Realm;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People in front of a browser, who sign in on the provider's own page. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class SessionComponentTest {

  private static final String OWN = "X-Crossborough-Request";
  private static final String PASSWORD = "demo-only-password";

  private final Browser browser = new Browser();

  @Inject SharedStore store;

  private HttpResponse<String> signIn() {
    return browser.signIn("demo-assessor", PASSWORD, "/docs");
  }

  private HttpResponse<String> call(String path) {
    return browser.get(Browser.gateway() + path, OWN, "1");
  }

  @Test
  void after_signing_in_the_api_is_open_and_no_token_ever_reached_the_browser() {
    HttpResponse<String> back = signIn();

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(Browser.location(back)).isEqualTo("/docs");
    List<String> set = back.headers().allValues("set-cookie");
    assertThat(set)
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith(Sessions.COOKIE + "=")
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Strict"))
        .noneMatch(cookie -> cookie.contains("eyJ"));
    HttpResponse<String> list = call("/v1/referrals");
    assertThat(list.statusCode()).isEqualTo(200);
    JsonObject seen = new JsonObject(list.body()).getJsonObject("headers");
    assertThat(seen.getString("authorization")).startsWith("Bearer eyJ");
    assertThat(seen.containsKey("cookie")).isFalse();
  }

  @Test
  void the_front_end_learns_who_is_there() {
    assertThat(signIn().statusCode()).isEqualTo(302);

    JsonObject view = new JsonObject(call("/session").body());

    assertThat(view.getString("name")).isEqualTo("demo-assessor");
    assertThat(view.getJsonArray("roles").contains("assessor")).isTrue();
    assertThat(view.encode()).doesNotContain("eyJ");
  }

  @Test
  void nobody_is_there_without_a_session() {
    assertThat(call("/session").statusCode()).isEqualTo(401);
    assertThat(call("/v1/referrals").statusCode()).isEqualTo(401);
    HttpResponse<String> made =
        browser.get(
            Browser.gateway() + "/v1/referrals", OWN, "1", "Cookie", Sessions.COOKIE + "=made-up");
    assertThat(made.statusCode()).isEqualTo(401);
    assertThat(made.body()).contains("/problems/session/session-required");
  }

  @Test
  void a_page_of_another_site_cannot_use_the_session() {
    assertThat(signIn().statusCode()).isEqualTo(302);
    String url = Browser.gateway() + "/v1/referrals";

    for (HttpResponse<String> answer :
        List.of(
            browser.get(url),
            browser.post(url, "{}", "Content-Type", "text/plain"),
            browser.get(url, OWN, "1", "Origin", "https://elsewhere.example"),
            browser.get(url, OWN, "1", "Origin", "null"),
            browser.get(url, OWN, "1", "Sec-Fetch-Site", "cross-site"),
            browser.post(Browser.gateway() + "/session/logout", ""))) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("/problems/session/cross-site");
    }
    assertThat(browser.get(url, OWN, "1", "Origin", Browser.gateway()).statusCode()).isEqualTo(200);
  }

  @Test
  void signing_out_ends_the_session_here_and_at_the_provider() {
    assertThat(signIn().statusCode()).isEqualTo(302);
    String old = browser.cookie(Sessions.COOKIE);

    HttpResponse<String> answer = browser.post(Browser.gateway() + "/session/logout", "", OWN, "1");

    assertThat(answer.statusCode()).isEqualTo(204);
    HttpResponse<String> again =
        new Browser()
            .get(
                Browser.gateway() + "/v1/referrals",
                OWN,
                "1",
                "Cookie",
                Sessions.COOKIE + "=" + old);
    assertThat(again.statusCode()).isEqualTo(401);
    HttpResponse<String> provider =
        browser.get(Browser.location(browser.get(Browser.gateway() + "/session/login")));
    assertThat(provider.statusCode()).as("the provider asks for the password again").isEqualTo(200);
  }

  @Test
  void what_the_provider_ends_is_over_at_once() {
    TestInfrastructure.shared().pointFrontEndTo(Browser.gateway());
    Browser other = new Browser();
    assertThat(browser.signIn("demo-facilitator", PASSWORD, "/docs").statusCode()).isEqualTo(302);
    assertThat(other.signIn("demo-second-facilitator", PASSWORD, "/docs").statusCode())
        .isEqualTo(302);
    assertThat(call("/v1/referrals").statusCode()).isEqualTo(200);

    TestInfrastructure.shared().signOutEverywhere("demo-facilitator");

    await().atMost(Duration.ofSeconds(10)).until(() -> call("/v1/referrals").statusCode() == 401);
    assertThat(other.get(Browser.gateway() + "/v1/referrals", OWN, "1").statusCode())
        .as("somebody else's")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "logout_token=", "logout_token=nonsense", "logout_token=a.b.c"})
  void only_the_provider_can_say_so(String form) {
    HttpResponse<String> answer =
        browser.post(
            Browser.gateway() + "/session/logout/back-channel",
            form,
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://elsewhere.example", "//elsewhere.example", "/%5Celsewhere.example"})
  void nobody_is_sent_elsewhere_after_signing_in(String back) {
    assertThat(Browser.location(browser.signIn("demo-assessor", PASSWORD, back))).isEqualTo("/");
  }

  @Test
  void an_answer_that_was_not_asked_for_is_refused() {
    for (String query :
        List.of(
            "code=x&state=y",
            "error=access_denied",
            "code=x",
            "",
            "code=x&state=y&iss=" + Realm.issuer())) {
      HttpResponse<String> answer = browser.get(Browser.gateway() + "/session/callback?" + query);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("/problems/session/sign-in-failed");
    }
  }

  @Test
  void a_sign_in_cannot_be_finished_in_another_browser() {
    HttpResponse<String> begun = browser.get(Browser.gateway() + "/session/login");
    String state = Browser.location(begun).replaceFirst(".*[?&]state=([^&]+).*", "$1");

    HttpResponse<String> answer =
        new Browser()
            .get(
                Browser.gateway()
                    + "/session/callback?"
                    + Realm.form(Map.of("code", "x", "state", state, "iss", Realm.issuer())));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void a_token_that_runs_out_is_renewed_once_however_many_ask() throws Exception {
    assertThat(signIn().statusCode()).isEqualTo(302);
    String before = new JsonObject(call("/v1/referrals").body()).encode();
    SessionClock.letTokensRunOut(store, browser.cookie(Sessions.COOKIE), sealKey());

    List<CompletableFuture<HttpResponse<String>>> all =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> call("/v1/referrals")))
            .toList();

    List<String> tokens =
        all.stream()
            .map(CompletableFuture::join)
            .map(answer -> {
              assertThat(answer.statusCode()).isEqualTo(200);
              return new JsonObject(answer.body())
                  .getJsonObject("headers")
                  .getString("authorization");
            })
            .distinct()
            .toList();
    assertThat(tokens).hasSize(1);
    assertThat(before).doesNotContain(tokens.getFirst());
  }

  private static String sealKey() {
    return TestInfrastructure.shared().environmentOf("gateway").getOrDefault("SESSION_KEY", "");
  }
}
