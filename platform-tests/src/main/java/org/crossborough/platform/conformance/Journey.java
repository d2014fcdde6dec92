package org.crossborough.platform.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.NewReferral;
import org.crossborough.platform.driver.NewScreening;
import org.crossborough.platform.driver.PersonAtRisk;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.SealedEnvelope;

/** A referral from screening to sealed hand-over, with every mistake on the way made once. */
final class Journey {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private final PublicApi api;
  private final String client;
  private final String borough;
  private final String run;
  private final List<Check> checks = new ArrayList<>();
  private final Call screening;

  /**
   * A journey of its own.
   *
   * @param run makes the keys and references of this run its own
   */
  Journey(PublicApi api, String client, String borough, String run) {
    this.api = api;
    this.client = client;
    this.borough = borough;
    this.run = run;
    this.screening =
        Call.post(
                "/v1/screenings",
                run + "/screening",
                NewScreening.positive(borough, DAY.atStartOfDay().toInstant(ZoneOffset.UTC)))
            .as(client);
  }

  /** Everything, of which the webhooks need a place to come to. */
  List<Check> checks(Webhooks webhooks) {
    checks.addAll(webhooks.checks());
    authentication();
    idempotency();
    sealing();
    paging();
    errors();
    return List.copyOf(checks);
  }

  private void check(String area, String what, int points, BooleanSupplier holds) {
    checks.add(new Check(area, what, points, holds));
  }

  private Answer once(Call call) {
    try {
      return api.exchange(call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void authentication() {
    Call list = Call.get("/v1/referrals?limit=1");
    check(
        "auth",
        "a token of the client opens the API",
        5,
        () -> once(list.as(client)).status() == 200);
    check(
        "auth",
        "no token is 401 with WWW-Authenticate",
        2,
        () -> once(list).status() == 401 && !once(list).header("WWW-Authenticate").isEmpty());
    check(
        "auth",
        "a made-up token is 401",
        2,
        () -> once(list.with("Authorization", "Bearer a.b.c")).status() == 401);
    check(
        "auth",
        "what is not for boroughs is refused",
        2,
        () -> Set.of(403, 404).contains(once(Call.get("/v1/survivor-cases").as(client)).status()));
    check(
        "auth",
        "another borough's man is not referred",
        3,
        () -> once(referral("foreign", otherBorough(), screeningId())).status() >= 400);
  }

  private void idempotency() {
    check(
        "idempotency",
        "a POST without a key is 400",
        2,
        () -> once(screening.without("Idempotency-Key")).status() == 400);
    check(
        "idempotency",
        "a repeat gets the first answer, byte for byte",
        5,
        () -> {
          Answer first = api.send(screening);
          Answer second = api.send(screening);
          return first.isSuccess() && Arrays.equals(first.body(), second.body());
        });
    check(
        "idempotency",
        "a key used for another body is 422",
        3,
        () -> {
          Call other =
              Call.post(
                      "/v1/screenings",
                      run + "/screening",
                      NewScreening.positive(borough, Instant.parse("2026-01-06T09:00:00Z")))
                  .as(client);
          return api.send(screening).isSuccess() && once(other).status() == 422;
        });
    check(
        "retries",
        "a referral sent twice is one referral",
        5,
        () -> {
          Call call = referral("twice", borough, screeningId());
          return api.send(call).json().path("id").equals(api.send(call).json().path("id"));
        });
  }

  private void sealing() {
    check(
        "sealing",
        "the key to seal to is public",
        2,
        () -> once(Call.get("/v1/at-risk-details/keys")).json().path("keys").size() > 0);
    check(
        "sealing",
        "a sealed envelope gets a receipt",
        5,
        () -> handOver("sealed").json().hasNonNull("receiptId"));
    check(
        "sealing",
        "details in the clear are refused",
        5,
        () ->
            once(Call.bodied(
                            "POST", "/v1/at-risk-details", "{}".getBytes(StandardCharsets.US_ASCII))
                        .with("Content-Type", "application/jose")
                        .with("Idempotency-Key", run + "/clear")
                        .as(client))
                    .status()
                == 400);
    check(
        "sealing",
        "nothing can be read back",
        3,
        () -> {
          String receipt = handOver("read-back").json().path("receiptId").asText();
          return once(Call.get("/v1/at-risk-details/" + receipt).as(client)).status() >= 400;
        });
  }

  private void paging() {
    check(
        "paging",
        "every referral is met once, page by page",
        5,
        () -> {
          String referral = referralId("paged");
          Set<String> seen = new HashSet<>();
          String next = "/v1/referrals?limit=2";
          int pages = 0;
          while (!next.isEmpty() && pages++ < 200) {
            Answer page = api.require(Call.get(next).as(client));
            for (var one : page.json().path("items")) {
              if (!seen.add(one.path("id").asText())) {
                return false;
              }
            }
            next = nextOf(page);
          }
          return seen.contains(referral);
        });
    check(
        "paging",
        "a made-up cursor is 400",
        2,
        () -> once(Call.get("/v1/referrals?cursor=made-up").as(client)).status() == 400);
    check(
        "changes",
        "a change is told, and the feed goes on from where it was",
        5,
        () -> {
          String cursor = endOfChanges();
          String referral = referralId("changed");
          List<String> told = changesAfter(cursor);
          return Collections.frequency(told, referral) == 1
              && changesAfter(endOfChanges()).isEmpty();
        });
  }

  private String endOfChanges() {
    String cursor = "";
    JsonNode page = changes(cursor);
    while (page.path("items").size() > 0) {
      cursor = page.path("next").asText();
      page = changes(cursor);
    }
    return page.path("next").asText(cursor);
  }

  /** Whose beginning is told after the cursor; waits for a moment when there is nothing yet. */
  private List<String> changesAfter(String cursor) {
    return changes(cursor)
        .path("items")
        .valueStream()
        .filter(change -> change.path("type").asText().equals("referral.received"))
        .map(change -> change.path("referralId").asText())
        .toList();
  }

  private JsonNode changes(String cursor) {
    String after = cursor.isEmpty() ? "" : "&after=" + cursor;
    return api.require(Call.get("/v1/referral-changes?limit=100&wait=2" + after).as(client)).json();
  }

  private static String nextOf(Answer page) {
    String link = page.header("Link");
    return link.contains("rel=\"next\"") ? link.replaceFirst(".*<([^>]+)>.*", "$1") : "";
  }

  private void errors() {
    check(
        "errors",
        "what is not there is 404, as a problem document",
        2,
        () -> problem(once(Call.get("/v1/referrals/" + new UUID(7, 7)).as(client)), 404));
    check(
        "errors",
        "a broken body is 400, as a problem document",
        2,
        () ->
            problem(
                once(
                    Call.bodied("POST", "/v1/referrals", "{".getBytes(StandardCharsets.US_ASCII))
                        .with("Idempotency-Key", run + "/broken")
                        .as(client)),
                400));
    check(
        "errors",
        "a field at fault is named with its code",
        3,
        () -> {
          Answer answer =
              once(
                  Call.post("/v1/referrals", run + "/empty", Map.of("client", Map.of()))
                      .as(client));
          return answer.json().path("violations").path(0).hasNonNull("field");
        });
    check(
        "errors",
        "every answer carries a correlation id",
        2,
        () ->
            once(Call.get("/v1/referrals?limit=1")
                    .as(client)
                    .with("X-Correlation-ID", "conf-" + run))
                .header("X-Correlation-ID")
                .equals("conf-" + run));
  }

  private static boolean problem(Answer answer, int status) {
    return answer.status() == status
        && answer.header("Content-Type").startsWith("application/problem+json")
        && answer.problem().startsWith("/problems/");
  }

  private String screeningId() {
    return api.require(screening).json().path("id").asText();
  }

  private String otherBorough() {
    return borough.equals("E09000007") ? "E09000012" : "E09000007";
  }

  /** Makes a referral of that name, or the same one again, and says its id. */
  String referralId(String name) {
    return api.require(referral(name, borough, screeningId())).json().path("id").asText();
  }

  private Call referral(String name, String code, String screeningId) {
    NewReferral referral =
        new NewReferral(
            "CONF-" + run + "-" + name,
            code,
            DAY.plusDays(1),
            "DRUG_SERVICE",
            "Generated treatment service",
            screeningId,
            new NewReferral.Client(
                "Demo", "Generated " + name, LocalDate.of(1980, 1, 1), "M", "020 7946 0000", code),
            "Generated treatment provider",
            "CONF-EPISODE",
            "ALCOHOL",
            true,
            true,
            null);
    return Call.post("/v1/referrals", run + "/" + name, referral).as(client);
  }

  private Answer handOver(String name) {
    String keys = api.require(Call.get("/v1/at-risk-details/keys")).text();
    PersonAtRisk person =
        new PersonAtRisk(
            "EX_PARTNER",
            "Demo Generated",
            List.of(new PersonAtRisk.ContactPoint("PHONE", "07700 900001", "UNKNOWN")),
            borough);
    String envelope =
        SealedEnvelope.seal(
            Map.of("referralId", referralId(name), "persons", List.of(person)), keys);
    return api.require(BoroughClient.sealed(run + "/hand-over/" + name, envelope).as(client));
  }
}
