package org.crossborough.outcomes.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.contracts.Topic;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.crossborough.outcomes.driver.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Rebuilds the read models from the events of many generated men, and says how long it took and how
 * much memory it held; judges only that the rebuilt are the running ones. Run it alone:
 *
 * <pre>{@code
 * mvn test -pl outcomes-service -Dtest=RebuildScaleComponentTest -Dcrossborough.measure=true \
 *   -Dcrossborough.rebuild.referrals=1000000
 * }</pre>
 *
 * <p>Up to {@value #HEARD_AS_THEY_COME} referrals the running read models hear every event as it
 * comes. Beyond, they wait until a first rebuild has made them, and a second compares.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "crossborough.measure", matches = "true")
class RebuildScaleComponentTest {

  private static final int REFERRALS = Integer.getInteger("crossborough.rebuild.referrals", 10_000);
  private static final int HEARD_AS_THEY_COME = 10_000;
  private static final int MEN_OF_A_RUN = 15;
  private static final List<String> BOROUGHS = List.of("E09000007", "E09000012", "E09000019");

  private final OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");
  private final AtomicLong told = new AtomicLong();
  private final Map<String, KafkaProducer<byte[], byte[]>> producers = new HashMap<>();

  @Test
  void the_rebuilt_read_models_are_the_running_ones() throws SQLException, IOException {
    var _ = Population.none();
    // Brings back what other tests told and had forgotten.
    var _ = rebuilt();
    boolean heardAsTheyCome = REFERRALS <= HEARD_AS_THEY_COME;
    long before = Psql.count("select count(*) from inbox");
    try {
      if (!heardAsTheyCome) {
        asOwner("revoke insert on inbox from %s".formatted(role()));
      }
      long began = System.nanoTime();
      tell();
      print("told", began);
      if (heardAsTheyCome) {
        Awaitility.await()
            .atMost(Duration.ofHours(2))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> Psql.count("select count(*) from inbox") >= before + told.get());
        print("told and heard", began);
      } else {
        var _ = rebuilt();
      }
      String running = digest();

      JsonPath again = rebuilt();

      for (String asked : List.of("", "?asOf=" + Story.AT)) {
        for (String path : List.of("/v1/metrics/M-01", "/v1/metrics/M-12", "/v1/metrics")) {
          long since = System.nanoTime();
          int status = analyst.get(path + asked).statusCode();
          print("%s%s answered %d".formatted(path, asked, status), since);
        }
      }
      assertThat(again.getLong("rowsChanged")).isZero();
      assertThat(again.getString("digest")).isEqualTo(running).isEqualTo(digest());
    } finally {
      asOwner("grant insert on inbox to %s".formatted(role()));
    }
  }

  private void tell() {
    UUID run = UUID.randomUUID();
    for (int man = 0; man < REFERRALS; man++) {
      String borough = BOROUGHS.get(man % BOROUGHS.size());
      if (man % MEN_OF_A_RUN == 0) {
        run = UUID.randomUUID();
        tell(Story.run(run, borough));
      }
      Story story = Story.of(borough, run).assessed().attended(0, 150).attended(7, 150);
      (man % 4 == 0 ? story.left(Story.END) : story.completed()).facts().forEach(this::tell);
    }
    // What the support side publishes comes by quarters, whatever the number of men.
    tell(
        new SafetyAggregatesPublished(
            UUID.randomUUID(),
            Instant.parse("2026-12-02T09:00:00Z"),
            "2026",
            "LT10",
            List.of(new Cell("M-18", "TIER_4", 16, 30, false))));
    producers.values().forEach(KafkaProducer::close);
  }

  private void tell(Event event) {
    Topic topic = Topic.of(event);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic.wireName(), bytes(event.key().toString()), EventCodec.encode(event));
    record.headers().add("ce_id", bytes(UUID.randomUUID().toString()));
    record.headers().add("ce_type", bytes(EventCatalogue.typeOf(event.getClass())));
    record.headers().add("ce_time", bytes(event.occurredAt().toString()));
    var _ =
        producers
            .computeIfAbsent(
                topic.producer().replace("-service", ""), RebuildScaleComponentTest::producer)
            .send(record);
    told.incrementAndGet();
  }

  /** Many at a time, unlike a test that waits for each. */
  private static KafkaProducer<byte[], byte[]> producer(String principal) {
    Map<String, String> credentials = TestInfrastructure.shared().kafkaCredentialsOf(principal);
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", credentials.get("KAFKA_BOOTSTRAP_SERVERS"));
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(credentials.get("KAFKA_USERNAME"), credentials.get("KAFKA_PASSWORD")));
    settings.put("linger.ms", 50);
    settings.put("batch.size", 1 << 18);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private JsonPath rebuilt() throws IOException {
    String id =
        analyst
            .post("/v1/rebuilds", "{}")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    AtomicLong held = new AtomicLong();
    AtomicLong lastSaid = new AtomicLong();
    Awaitility.await()
        .atMost(Duration.ofHours(6))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          held.accumulateAndGet(heldMegabytes(), Math::max);
          JsonPath now = analyst.get("/v1/rebuilds/" + id).jsonPath();
          long read = now.getLong("eventsRead");
          if (read - lastSaid.get() >= 500_000) {
            lastSaid.set(read);
            System.out.printf("%s %,d read, %d MB%n", Instant.now(), read, held.get());
          }
          return !now.getString("state").equals("RUNNING");
        });
    JsonPath run = analyst.get("/v1/rebuilds/" + id).jsonPath();
    assertThat(run.getString("state")).as(run.prettify()).isEqualTo("DONE");
    Duration took =
        Duration.between(
            Instant.parse(run.getString("startedAt")), Instant.parse(run.getString("finishedAt")));
    System.out.printf(
        "%,d referrals: %,d events rebuilt in %s, %,d rows changed; after collections at most %d MB"
            + " of heap; %s%n",
        REFERRALS,
        run.getLong("eventsRead"),
        took,
        run.getLong("rowsChanged"),
        held.get(),
        residentMemory());
    return run;
  }

  /** What the last collections left; not what waits for the next. */
  private static long heldMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getCollectionUsage)
            .mapToLong(MemoryUsage::getUsed)
            .sum()
        >> 20;
  }

  private static String residentMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? String.join(
            ", ",
            Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList())
        : "resident memory unknown";
  }

  private void print(String what, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%,d referrals: %,d events %s in %.1f s, %.0f a second%n",
        REFERRALS, told.get(), what, seconds, told.get() / seconds);
  }

  private static String digest() throws SQLException {
    return String.valueOf(
        Psql.rows("*", "select read_model_digest() as digest").getFirst().get("digest"));
  }

  private static String role() throws SQLException {
    try (Connection service = Psql.asService()) {
      return service.getMetaData().getUserName();
    }
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection owner = Psql.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
