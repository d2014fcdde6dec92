package org.crossborough.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossborough.bench.Bench.Measuring;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.StateFolder;

/** Creating and listing referrals through the gateway, and the same without any service. */
final class ReferralScenarios {

  private static final int LETTERS = 26;
  private static final long DAYS_OF_BIRTH = 12_000;
  private static final String SERVICE = "referral-service";
  private static final String BASELINE = "referral_baseline";
  private static final String BOROUGH = "E09000019";
  private static final String BOROUGH_SYSTEM = "demo-borough-islington";
  private static final String COORDINATOR = "demo-referral-coordinator";
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
  private static final Duration QUIET = Duration.ofMinutes(2);

  private final RunningPlatform platform;
  private final Load load;
  private final Measuring measuring;
  private final Database database;
  private final Database baseline;
  private final Optional<PgBench> pgBench = PgBench.find();

  ReferralScenarios(RunningPlatform platform, Load load, Measuring measuring) {
    this.platform = platform;
    this.load = load;
    this.measuring = measuring;
    database = databaseOf(platform, SERVICE);
    baseline = database.named(BASELINE);
  }

  static Database databaseOf(RunningPlatform platform, String service) {
    Passwords passwords = Passwords.remembered(new StateFolder(platform.folder()));
    String url = Objects.requireNonNull(platform.environmentOf(service).get("DATABASE_URL"));
    return new Database(url, passwords.ofSuperuser("postgres-main"));
  }

  /** A copy of the empty database on the same server, with its keys, indexes and triggers. */
  void prepareBaseline() {
    platform.kill9(SERVICE);
    Database server = database.named("postgres");
    server.execute(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
            .formatted(database.name()));
    server.execute("drop database if exists " + BASELINE);
    server.execute("create database %s template %s".formatted(BASELINE, database.name()));
    platform.up();
  }

  /** Adds generated referrals up to a number, to both databases. */
  void fill(int from, int to, int of) {
    String script =
        Database.script("referrals.sql")
            .replace(":from", "" + from)
            .replace(":to", "" + to)
            .replace(":of", "" + of);
    database.execute(script);
    baseline.execute(script);
  }

  void measure(int size) throws InterruptedException {
    double creating = baseline("SQL of a creation, by pgbench", size, "create.sql");
    measuring.of(
        "create a referral", size, creating, meter -> load.of(gateway(), creation(size), meter));
    awaitQuiet();
    measuring.of("from 201 to outcomes-service's read model", size, Double.NaN, this::visibility);
    awaitQuiet();
    double listing = baseline("SQL of a page, by pgbench", size, "list.sql");
    list("list, newest first, all", size, listing, COORDINATOR, "/v1/referrals?limit=20");
    list(
        "list, one borough and status",
        size,
        listing,
        BOROUGH_SYSTEM,
        "/v1/referrals?limit=20&status=IN_PROGRESS");
    list("case list, first page", size, listing, COORDINATOR, "/v1/case-list?limit=20");
  }

  private double baseline(String what, int size, String script) throws InterruptedException {
    if (pgBench.isEmpty()) {
      return Double.NaN;
    }
    Map<String, String> environment = platform.environmentOf(SERVICE);
    PgBench.Login login =
        new PgBench.Login(
            Objects.requireNonNull(environment.get("DATABASE_USERNAME")),
            Objects.requireNonNull(environment.get("DATABASE_PASSWORD")));
    List<String> variables = List.of("screening=" + recentScreening(baseline));
    AtomicReference<Figures> figures = new AtomicReference<>();
    measuring.of(
        what,
        size,
        Double.NaN,
        meter -> {
          Figures taken =
              pgBench
                  .orElseThrow()
                  .run(load, baseline, login, Database.script(script), variables, meter);
          figures.set(taken);
          return taken;
        });
    return figures.get().perSecond();
  }

  private static String recentScreening(Database in) {
    return in.ask(
        "select id from screening where borough_code = '%s' order by screened_at desc limit 1"
            .formatted(BOROUGH));
  }

  private Load.Request creation(int size) {
    Creator creator = creator("bench-" + size);
    return (connection, number) -> creator.send(connection, number).status() == 201;
  }

  private Creator creator(String prefix) {
    return new Creator(
        prefix,
        bearer(BOROUGH_SYSTEM),
        recentScreening(database),
        LocalDate.now(ZoneId.of("Europe/London")));
  }

  /** Creates referrals of different men; no two of a prefix share a key. */
  private record Creator(String prefix, String token, String screening, LocalDate today) {

    HttpConnection.Answer send(HttpConnection connection, long number) throws IOException {
      String key = prefix + "-" + number;
      String headers = token + "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n";
      String body = form(key, number, screening, today);
      return connection.send("POST", "/v1/referrals", headers, body);
    }
  }

  /** All callers create; the first looks after each of its own until it is there. */
  private Figures visibility(Meter meter) throws InterruptedException {
    Creator creator = creator("seen");
    Queue<Long> waits = new ConcurrentLinkedQueue<>();
    long from = System.nanoTime() + load.warmUp().toNanos();
    try (Database.Watch participations =
        databaseOf(platform, "outcomes-service")
            .watch("select exists (select from participation where referral_id = ?::uuid)")) {
      Figures all =
          load.of(
              gateway(),
              (connection, number) -> {
                HttpConnection.Answer answer = creator.send(connection, number);
                if (answer.status() == 201 && number < Load.NUMBERS) {
                  long answered = System.nanoTime();
                  participations.await(idOf(answer.text()));
                  if (answered >= from) {
                    waits.add(System.nanoTime() - answered);
                  }
                }
                return answer.status() == 201;
              },
              meter);
      return Figures.of(
          waits.stream().mapToLong(Long::longValue).toArray(),
          load.counted().toNanos() / 1e9,
          all.refused());
    }
  }

  private static String idOf(String answer) {
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IllegalStateException("No id in " + answer);
    }
    return id.group(1);
  }

  /** Of another man each time: those who look alike are compared with each other. */
  private static String form(String reference, long number, String screening, LocalDate today) {
    LocalDate birth = LocalDate.EPOCH.plusDays(number % DAYS_OF_BIRTH);
    return """
    {"externalReference":"%s","referringBoroughCode":"%s","referralDate":"%s","referrerType":"DRUG_SERVICE",
    "referrerOrganisation":"Demo treatment service","screeningId":"%s","client":{"givenName":"Demo",
    "familyName":"Man %s","dateOfBirth":"%s","sex":"M","phone":"020 7946 0900",
    "residenceBoroughCode":"%s"},"treatmentProvider":"Demo treatment provider",
    "treatmentEpisodeRef":"DEMO-EPISODE","keyworker":"Demo keyworker",
    "referrerName":"Demo keyworker","referrerContact":"keyworker@example.invalid","mainSubstance":"ALCOHOL","consentToReferral":true,
    "confidentialityExplained":true}
    """
        .formatted(reference, BOROUGH, today, screening, letters(number), birth, BOROUGH);
  }

  /** A number as letters, which sound different where digits would be dropped. */
  private static String letters(long number) {
    return Long.toString(number, LETTERS)
        .chars()
        .map(digit -> 'a' + Character.digit(digit, LETTERS))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void list(String what, int size, double beside, String who, String path)
      throws InterruptedException {
    String headers = bearer(who);
    measuring.of(
        what,
        size,
        beside,
        meter -> load.of(gateway(), (connection, _) -> isPage(connection, path, headers), meter));
  }

  private static boolean isPage(HttpConnection connection, String path, String headers)
      throws IOException {
    HttpConnection.Answer answer = connection.send("GET", path, headers, "");
    return answer.status() == 200 && answer.text().contains("\"next\"");
  }

  /** What follows from the creations is worked off, so that it is not counted with the lists. */
  private void awaitQuiet() throws InterruptedException {
    long until = System.nanoTime() + QUIET.toNanos();
    String left =
        "select (select count(*) from referral_upkeep) + (select count(*) from outbox where sent_offset is null)";
    while (!database.ask(left).equals("0") && System.nanoTime() < until) {
      Thread.sleep(500);
    }
  }

  private String bearer(String who) {
    return "Authorization: Bearer " + platform.tokenOf(who) + "\r\n";
  }

  private URI gateway() {
    return URI.create(platform.gatewayUrl());
  }
}
