package org.crossborough.outcomes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.chassis.http.Cursor;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Feeds of many lines, releases of many people: that they come out whole, and, for whoever asks
 * with {@code -Dcrossborough.feeds.size=1000000}, how long they take. Times are printed, never
 * judged.
 */
@QuarkusTest
class FeedScaleComponentTest {

  private static final int SIZE = Integer.getInteger("crossborough.feeds.size", 1_000);
  private static final int CALLERS = 8;
  private static final int PAGES_OF_EACH = Integer.getInteger("crossborough.feeds.pages", 10);
  private static final String READER = "demo-commissioner-london";

  @BeforeEach
  void forget() throws SQLException {
    var _ = Population.none();
  }

  @Test
  void every_line_is_streamed_and_pages_cost_the_same_anywhere()
      throws SQLException, IOException, InterruptedException, ExecutionException {
    fill(
        """
        insert into feed_release (id, product, area, period, version, policy, as_of, released_by)
        select md5('release' || n)::uuid, 'london', 'E12000007', '2025-Q1', n + 1, 'NHS_1_7_R5',
               now(), 'nobody'
        from generate_series(0, %1$d / 100) n;
        insert into feed_cell (product, area, place, release_id, section, metric, breakdown,
                               numerator, denominator, value, suppressed)
        select 'london', 'E12000007', n, md5('release' || n / 100)::uuid, 'men-by-programme',
               'M-08', 'OTHER', '25', '30', '83.3', false
        from generate_series(1, %1$d) n
        """);

    long began = System.nanoTime();
    long lines = 0;
    long held = 0;
    try (InputStream body = get("/cells.ndjson");
        BufferedReader text =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      while (text.readLine() != null) {
        lines++;
        if (lines == SIZE / 2) {
          held = heldMegabytes();
        }
      }
    }
    System.out.printf(
        "%,d lines streamed in %.1f s; %d MB held half-way%n", lines, seconds(began), held);
    assertThat(lines).isEqualTo(SIZE);
    readPages();
  }

  private void readPages() throws InterruptedException, ExecutionException {
    List<Long> times = new ArrayList<>();
    long began;
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      var _ = callers.invokeAll(calls(1));
      began = System.nanoTime();
      for (Future<List<Long>> each : callers.invokeAll(calls(PAGES_OF_EACH))) {
        times.addAll(each.get());
      }
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%,d lines: %.0f pages of 50 a second, 8 callers, p50 %.1f ms, p95 %.1f ms%n",
        SIZE,
        sorted.length / seconds(began),
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6);
    assertThat(Arrays.stream(sorted).count()).isEqualTo((long) CALLERS * PAGES_OF_EACH);
  }

  private List<Callable<List<Long>>> calls(int pages) {
    List<Callable<List<Long>>> calls = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      int offset = caller;
      calls.add(() -> timed(offset, pages));
    }
    return calls;
  }

  private List<Long> timed(int caller, int pages) throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      long place = 51L + Math.floorMod((caller * 1_000_003L + page) * 7_368_787, SIZE - 50L);
      long began = System.nanoTime();
      try (InputStream body = get("?cursor=" + Cursor.after(new UUID(0, place)))) {
        assertThat(body.readAllBytes()).isNotEmpty();
      }
      times.add(System.nanoTime() - began);
    }
    return times;
  }

  @Test
  void a_release_of_many_is_counted_by_the_database() throws SQLException {
    fill(
        """
        insert into known_run (run_id, borough_code, template_code, template_version, starts_on,
                               ends_on, minimum_countable_minutes)
        select md5('run' || b)::uuid, 'E090000' || lpad(b::text, 2, '0'), 'MEN_AND_MASCULINITIES',
               1, '2025-04-01', '2025-06-30', 1800
        from generate_series(1, 33) b;
        insert into participation (referral_id, person_id, run_id, referring_borough_code,
                                   referrer_type, referred_on, assessed_on, countable_minutes,
                                   first_countable_on)
        select gen_random_uuid(), md5('man' || n)::uuid, md5('run' || n %% 33 + 1)::uuid,
               'E090000' || lpad((n %% 33 + 1)::text, 2, '0'), 'GP', date '2025-04-01' + n %% 364,
               date '2025-04-05' + n %% 364, 1500 + n %% 600,
               case when n %% 5 > 0 then date '2025-04-20' + n %% 364 end
        from generate_series(1, %1$d) n;
        analyze participation
        """);

    OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");
    // Boroughs side by side take the attack some seconds, which not every build needs to spend.
    for (String product : SIZE > 1_000 ? List.of("shared", "london") : List.of("london")) {
      long began = System.nanoTime();
      analyst
          .post("/v1/releases", "{\"product\":\"%s\",\"period\":\"2025-Q1\"}".formatted(product))
          .then()
          .statusCode(201);
      System.out.printf(
          "%,d referrals: %s counted, attacked and released in %.1f s%n",
          SIZE, product, seconds(began));
    }
  }

  private static void fill(String sql) throws SQLException {
    try (var owner = Psql.asOwner();
        var statement = owner.createStatement()) {
      statement.execute("select set_config('app.borough', '*', false)");
      statement.execute(sql.formatted(SIZE));
    }
  }

  private static InputStream get(String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/v1/feeds/london%s".formatted(RestAssured.port, form)))
            .header("Authorization", "Bearer " + Tokens.of(READER))
            .build();
    return Client.ONE.send(request, BodyHandlers.ofInputStream()).body();
  }

  private static long heldMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static final class Client {
    static final HttpClient ONE = HttpClient.newHttpClient();
  }
}
