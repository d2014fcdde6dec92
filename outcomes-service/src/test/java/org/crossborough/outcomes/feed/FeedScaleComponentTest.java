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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

    assertThat(streamed("/cells.ndjson")).isEqualTo(SIZE);
    assertThat(streamed("/cells.csv")).as("with its head").isEqualTo(SIZE + 1L);
    readPages("pages of 50", () -> somewhere(new Random().nextLong(51, SIZE + 1L)));
    readPages(
        "first pages that have nothing new",
        () -> unchanged("\"E12000007-%d-50\"".formatted(SIZE)));
  }

  private static long streamed(String form) throws IOException, InterruptedException {
    long began = System.nanoTime();
    long lines = 0;
    long held = 0;
    try (InputStream body = get(form);
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
        "%s: %,d lines streamed in %.1f s; %d MB held half-way%n",
        form, lines, seconds(began), held);
    return lines;
  }

  private static void readPages(String what, Callable<Long> reading)
      throws InterruptedException, ExecutionException {
    List<Long> times = new ArrayList<>();
    long began;
    long busy;
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      var _ = callers.invokeAll(Collections.nCopies(CALLERS, timed(reading)));
      began = System.nanoTime();
      busy = processorTime();
      for (Future<List<Long>> each :
          callers.invokeAll(Collections.nCopies(CALLERS, timed(reading)))) {
        times.addAll(each.get());
      }
      busy = processorTime() - busy;
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%,d lines: %.0f %s a second, 8 callers, p50 %.1f ms, p95 %.1f ms, %.2f ms of processor"
            + " time each, callers included%n",
        SIZE,
        sorted.length / seconds(began),
        what,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6,
        busy / 1e6 / sorted.length);
    assertThat(Arrays.stream(sorted).count()).isEqualTo((long) CALLERS * PAGES_OF_EACH);
  }

  /** Of this process: the service and its callers, not the database. */
  private static long processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static Callable<List<Long>> timed(Callable<Long> reading) {
    return () -> {
      List<Long> times = new ArrayList<>();
      for (int page = 0; page < PAGES_OF_EACH; page++) {
        times.add(reading.call());
      }
      return times;
    };
  }

  /** The page below a place; how long it took. */
  private static long somewhere(long place) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (InputStream body = get("?cursor=" + Cursor.after(new UUID(0, place)))) {
      assertThat(body.readAllBytes()).isNotEmpty();
    }
    return System.nanoTime() - began;
  }

  /** The first page for whoever holds it; how long it took. */
  private static long unchanged(String tag) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpRequest request = request("").header("If-None-Match", tag).build();
    assertThat(Client.ONE.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(304);
    return System.nanoTime() - began;
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
    return Client.ONE.send(request(form).build(), BodyHandlers.ofInputStream()).body();
  }

  private static HttpRequest.Builder request(String form) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:%d/v1/feeds/london%s".formatted(RestAssured.port, form)))
        .header("Authorization", "Bearer " + Tokens.of(READER));
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
