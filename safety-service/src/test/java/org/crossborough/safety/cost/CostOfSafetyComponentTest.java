package org.crossborough.safety.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.crossborough.chassis.audit.AuditTrail;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.crossborough.safety.driver.SealedEnvelope;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.crossborough.safety.vault.Secret;
import org.crossborough.safety.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures, and judges nothing but that every answer was the expected one. The callers share the
 * service's process and processors, so a service of its own is faster. Run it alone:
 *
 * <pre>{@code
 * mvn test -pl safety-service -Dtest=CostOfSafetyComponentTest -Dcrossborough.measure=true
 * }</pre>
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "crossborough.measure", matches = "true")
class CostOfSafetyComponentTest {

  private static final int CASES = 10_000;
  private static final int CALLERS = 8;
  private static final int WARM_UP = 500;
  private static final int COUNTED = 2_000;
  private static final SealedField NAME = new SealedField("name", 1);

  @Inject Vault vault;
  @Inject AuditTrail trail;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  @Test
  void the_worklist_at_ten_thousand_cases() throws Exception {
    asService(
        """
        with person as (
          insert into at_risk_person (id, position, details_version, name, relationship)
          select gen_random_uuid(), 0, 1, ''::bytea, ''::bytea from generate_series(1, %d)
          returning id)
        insert into survivor_case (id, person_id, referral_id, borough_code, status, received_at,
          attempt_count, contact_tier, version)
        select gen_random_uuid(), id, gen_random_uuid(),
          'E0900' || lpad((1 + row_number() over () %% 33)::text, 4, '0'), 'CONTACT_IN_PROGRESS',
          now(), 1, 1, 0
        from person
        """
            .formatted(CASES),
        // Half the boroughs have a team, and the worker is in half of those.
        """
        insert into team_member (id, borough_code, worker, added_by, added_at, version)
        select gen_random_uuid(), 'E0900' || lpad(n::text, 4, '0'),
          case when n %% 4 = 0 then '%s' else 'another' end, 'somebody', now(), 0
        from generate_series(2, 33, 2) n
        """
            .formatted(WORKER),
        """
        insert into declared_conflict (id, worker, referral_id, reason_code, declared_by,
          declared_at, version)
        select gen_random_uuid(), '%s', referral_id, 'KNOWS_HIM', 'somebody', now(), 0
        from survivor_case order by id limit 20
        """
            .formatted(WORKER));
    HttpRequest list = request(WORKER, "/v1/survivor-cases?limit=20").GET().build();

    print("worklist, page of 20 of %d cases".formatted(CASES), measured(() -> ok(list, 200)));
  }

  @Test
  void sealed_intake_and_the_reading_of_a_case() throws Exception {
    List<UUID> referrals = new ArrayList<>();
    ConcurrentLinkedQueue<String> envelopes = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < WARM_UP + COUNTED; i++) {
      UUID referral = UUID.randomUUID();
      referrals.add(referral);
      envelopes.add(
          SealedEnvelope.around(
              details(referral, person("Example Person", "020 7946 0001", "YES"))));
    }
    asService(
        "insert into known_referral (id, person_id, referring_borough_code, version)"
            + " select id::uuid, gen_random_uuid(), '%s', 0 from unnest(array['%s']) id"
                .formatted(
                    ISLINGTON,
                    String.join("','", referrals.stream().map(UUID::toString).toList())));

    print(
        "sealed intake of one person, matched",
        measured(() -> ok(handingOver(envelopes.remove()), 201)));

    UUID id = casesOf(referrals.getFirst()).getFirst();
    HttpRequest read =
        request(WORKER, "/v1/survivor-cases/" + id)
            .header("X-Purpose", "SUPPORT_CALL")
            .GET()
            .build();
    print("a case in clear, audited first", measured(() -> ok(read, 200)));
  }

  @Test
  void what_keys_and_audit_are_of_it() throws Exception {
    UUID id = UUID.randomUUID();
    PersonalKey key = vault.newKey(id);
    byte[] sealed = key.seal(NAME, Secret.of("Example Person"));
    AuditTrail.Act act =
        new AuditTrail.Act("somebody", "MEASURE", id.toString(), "CASE_REVIEW", "DISCLOSED");

    print("a key made, wrapped and kept", measured(() -> vault.newKey(UUID.randomUUID())));
    print(
        "a key fetched, unwrapped, and a value opened with it",
        measured(() -> vault.key(id).orElseThrow().open(NAME, sealed)));
    print("a value sealed", measured(() -> key.seal(NAME, Secret.of("Example Person"))));
    print(
        "a record in the audit, committed",
        measured(() -> {
          SystemWork.run(() -> trail.recordBeforeDisclosure(act));
          return act;
        }));
  }

  private record Measured(double seconds, long[] nanoseconds) {}

  /** All callers do the same, each the next time when the last is over. */
  private static Measured measured(Callable<?> work) throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      var _ = times(callers, work, WARM_UP);
      long start = System.nanoTime();
      long[] times = times(callers, work, COUNTED);
      return new Measured((System.nanoTime() - start) / 1e9, times);
    }
  }

  private static long[] times(ExecutorService callers, Callable<?> work, int count)
      throws Exception {
    List<Future<long[]>> all =
        Stream.generate(() -> callers.submit(() -> times(work, count / CALLERS)))
            .limit(CALLERS)
            .toList();
    LongStream.Builder times = LongStream.builder();
    for (Future<long[]> one : all) {
      Arrays.stream(one.get()).forEach(times);
    }
    return times.build().sorted().toArray();
  }

  private static long[] times(Callable<?> work, int count) throws Exception {
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      var _ = work.call();
      times[i] = System.nanoTime() - start;
    }
    return times;
  }

  private static void print(String what, Measured measured) {
    System.out.printf(
        "%-55s %7.0f/s  p50 %6.2f ms  p95 %6.2f ms  p99 %6.2f ms  (%d callers)%n",
        what,
        measured.nanoseconds().length / measured.seconds(),
        percentile(measured, 50),
        percentile(measured, 95),
        percentile(measured, 99),
        CALLERS);
  }

  private static double percentile(Measured measured, int percent) {
    int last = measured.nanoseconds().length - 1;
    return measured.nanoseconds()[last * percent / 100] / 1e6;
  }

  private HttpResponse<String> ok(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    return answer;
  }

  private static HttpRequest handingOver(String envelope) {
    return request(ISLINGTON_SYSTEM, "/v1/at-risk-details")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Content-Type", "application/jose")
        .POST(HttpRequest.BodyPublishers.ofString(envelope))
        .build();
  }

  private static HttpRequest.Builder request(String who, String path) {
    return HttpRequest.newBuilder(
            URI.create("%s:%d%s".formatted(RestAssured.baseURI, RestAssured.port, path)))
        .header("Authorization", "Bearer " + Tokens.of(who));
  }

  private static void asService(String... commands) throws SQLException {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      for (String command : commands) {
        assertThat(statement.executeUpdate(command)).isPositive();
      }
      connection.commit();
    }
  }
}
