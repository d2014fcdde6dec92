package org.crossborough.platform.restore;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.FileTree;
import org.crossborough.local.state.Port;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.Refused;
import org.crossborough.platform.oracle.Evidence;
import org.crossborough.platform.oracle.Stores;
import org.crossborough.platform.oracle.Wire;
import org.crossborough.platform.oracle.Witness;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Traffic;

/**
 * Loses both database servers in the midst of work and brings them back from their backups: what
 * was lost, how long it took, and that those whose keys were destroyed stay unreadable.
 */
public final class RestoreDrill {

  /** What may be lost: a segment that was not yet put aside. */
  private static final int ARCHIVED_EVERY_SECONDS = 10;

  private static final Duration RECOVERY = Duration.ofMinutes(5);
  private static final Duration SETTLING = Duration.ofSeconds(20);
  private static final int CALLERS = 2;
  private static final int MEN = 40;
  private static final String SAFETY = "safety-service";
  private static final String MANAGER = "demo-iss-manager";

  /** Held so that its level stays as it is set. */
  private static final Logger LAUNCHER = Logger.getLogger("org.crossborough.local");

  private final RunningPlatform platform;
  private final Traffic traffic;
  private final PublicApi api;
  private final Stores stores;
  private final PrintStream out;
  private final List<ClusterBackup> backups;

  /** When everything went, and whose key had been destroyed by then. */
  private record Loss(String person, Instant at) {}

  /** One person at risk. */
  private record Known(String caseId, String person) {}

  private RestoreDrill(RunningPlatform platform, Traffic traffic, PrintStream out) {
    this.platform = platform;
    this.traffic = traffic;
    this.api = traffic.api();
    this.stores = new Stores(platform);
    this.out = out;
    Path folder = platform.folder().resolve("backups");
    FileTree.delete(folder);
    this.backups =
        List.of(
            new ClusterBackup(platform, Port.POSTGRES_MAIN, folder),
            new ClusterBackup(platform, Port.POSTGRES_SAFETY, folder));
  }

  /** Exits with 0 when all came back that had to, and nobody who must not; else with 1. */
  public static void main(String[] words) {
    if (words.length != 1) {
      System.err.println("Usage: RestoreDrill STATE-FOLDER");
      System.exit(2);
    }
    LAUNCHER.setLevel(Level.WARNING);
    RunningPlatform platform = RunningPlatform.start(Path.of(words[0]));
    Patience patience = new Patience(RECOVERY, _ -> {});
    try (Traffic traffic = new Traffic(platform, patience, "DRILL")) {
      System.exit(new RestoreDrill(platform, traffic, System.out).run() ? 0 : 1);
    } catch (IllegalStateException | Refused e) {
      System.err.println("Failed: " + e.getMessage());
      System.exit(1);
    }
  }

  private boolean run() {
    beginArchiving();
    Loss loss = loseBoth();
    int acknowledged = traffic.acknowledged();
    out.printf("both servers and their disks gone after %d referrals%n", acknowledged);

    long start = System.nanoTime();
    backups.forEach(backup -> backup.restore(true));
    platform.up();
    awaitService();
    out.printf("everything answers again %.1f s after the restore began%n", since(start));
    boolean inTime = compare(loss.at());
    boolean straysFound = strays();
    boolean staysShredded = keysOf(loss.person()) == 0;
    boolean oldBackupIsHarmless = restoreOldBackup(loss.person());
    return inTime && straysFound && staysShredded && oldBackupIsHarmless;
  }

  private void beginArchiving() {
    backups.forEach(backup -> backup.archiveEvery(ARCHIVED_EVERY_SECONDS));
    platform.kill9(Port.POSTGRES_MAIN.process());
    platform.kill9(Port.POSTGRES_SAFETY.process());
    platform.up();
  }

  /** Takes the backups, has somebody's key destroyed after them, and loses everything. */
  private Loss loseBoth() {
    try (var _ = traffic.start(CALLERS)) {
      awaitMen(MEN);
      Known her = somebody();
      long start = System.nanoTime();
      long bytes = backups.stream().mapToLong(ClusterBackup::take).sum();
      out.printf(
          "backup of both servers while they work: %.1f MB in %.1f s%n", bytes / 1e6, since(start));
      shred(her);
      awaitMen(traffic.acknowledged() + MEN);
      Instant destroyed = Instant.now();
      platform.kill9(SAFETY);
      backups.forEach(ClusterBackup::destroy);
      return new Loss(her.person(), destroyed);
    }
  }

  /** What was acknowledged and is not there. */
  private Set<String> lost() {
    Set<String> lost = new HashSet<>(traffic.history().ids(Kind.REFERRAL));
    stores
        .read("referral", "select id::text from referral", row -> row.getString(1))
        .forEach(lost::remove);
    return lost;
  }

  /** Whether what was lost is no more than it may be. */
  private boolean compare(Instant destroyed) {
    Instant last =
        stores
            .read(
                "referral",
                "select max(received_at) from referral",
                row -> row.getTimestamp(1).toInstant())
            .getFirst();
    double window = (destroyed.toEpochMilli() - last.toEpochMilli()) / 1000.0;
    out.printf(
        "%d of %d acknowledged referrals lost: those of the last %.1f s%n",
        lost().size(), traffic.acknowledged(), window);
    return window <= ARCHIVED_EVERY_SECONDS * 2;
  }

  /** Whoever was told of a referral that was lost is found by asking for strays. */
  private boolean strays() {
    boolean _ = new Witness(platform).awaitQuiet(new Patience(SETTLING, _ -> {}));
    Set<String> lost = lost();
    Set<String> lostAndTold =
        new Wire(platform)
            .events(Set.of("referral.events")).stream()
                .map(Evidence.Told::key)
                .filter(lost::contains)
                .collect(Collectors.toSet());
    Set<String> strays = Strays.in(stores).keySet();
    out.printf(
        "%d of the lost are known to other services; make strays finds %d%n",
        lostAndTold.size(), strays.size());
    return strays.containsAll(lostAndTold);
  }

  /** The survivor side alone, from a backup that still holds the key that was destroyed. */
  private boolean restoreOldBackup(String person) {
    ClusterBackup safety = backups.getLast();
    platform.kill9(SAFETY);
    safety.destroy();
    safety.restore(false);
    platform.up();
    awaitService();
    long tombstones =
        stores.count(
            "safety_keys",
            "select count(*) from person_tombstone where person_id = '" + person + "'");
    long keys = keysOf(person);
    out.printf(
        "from a backup of before her key was destroyed: %d keys of hers, %d tombstones%n",
        keys, tombstones);
    return keys == 0 && tombstones == 1;
  }

  /** Somebody whose key is there, and so will be in the backup. */
  private Known somebody() {
    String caseId =
        api.require(Call.get("/v1/survivor-cases?limit=1").as("demo-iss-worker"))
            .json()
            .at("/items/0/id")
            .asText();
    String person =
        stores
            .read(
                "safety",
                "select person_id::text from survivor_case where id = '" + caseId + "'",
                row -> row.getString(1))
            .getFirst();
    if (keysOf(person) != 1) {
      throw new IllegalStateException("There is no key to destroy");
    }
    return new Known(caseId, person);
  }

  /** Has everything about her made unreadable at her own request. */
  private void shred(Known her) {
    String caseId = her.caseId();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    var request =
        api.require(
            Call.post(
                    "/v1/survivor-cases/" + caseId + "/requests",
                    "drill/request/" + caseId,
                    Map.of("kind", "DELETION", "receivedOn", today))
                .as(MANAGER));
    var _ =
        api.require(
            Call.post(
                    "/v1/survivor-cases/"
                        + caseId
                        + "/requests/"
                        + request.json().path("id").asText()
                        + "/decision",
                    "drill/decision/" + caseId,
                    Map.of("decision", "GRANTED", "reasonCode", "HER_WISH"))
                .with("If-Match", request.etag())
                .as(MANAGER));
    if (keysOf(her.person()) != 0) {
      throw new IllegalStateException("A key was not destroyed");
    }
  }

  private long keysOf(String person) {
    return stores.count(
        "safety_keys", "select count(*) from person_key where person_id = '" + person + "'");
  }

  private void awaitMen(int count) {
    api.patience().until(count + " referrals", () -> traffic.acknowledged() >= count);
  }

  private void awaitService() {
    var _ = api.require(Call.get("/v1/referrals?limit=1").as("demo-referral-coordinator"));
    var _ = api.require(Call.get("/v1/survivor-cases?limit=1").as("demo-iss-worker"));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
