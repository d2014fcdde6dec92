package org.crossborough.platform.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.Installation;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.oracle.Evidence.Row;
import org.crossborough.platform.oracle.Evidence.StoredReferral;
import org.crossborough.platform.oracle.Evidence.Told;

/** Looks at everything that a running platform holds. */
public final class Witness {

  /** Those that keep state and tell of it. */
  public static final List<String> SERVICES =
      List.of("referral", "programme", "safety", "outcomes");

  private static final String OUTBOX =
      "select topic, key::text, event_id::text, type from outbox order by seq";

  /** Who holds a copy of a referral: database, then what is to be compared. */
  private static final Map<String, String> COPIES =
      Map.of(
          "referral case_list_entry",
          "select referral_id::text, borough_code from case_list_entry",
          "referral referral_change",
          "select referral_id::text, borough_code from referral_change where type = 'RECEIVED'",
          "referral referral_status_change",
          "select referral_id::text, borough_code from referral_status_change where from_status is"
              + " null",
          "programme referral_milestone",
          "select referral_id::text, borough_code from referral_milestone",
          "safety known_referral",
          "select id::text, referring_borough_code from known_referral where referring_borough_code"
              + " is not null",
          "outcomes known_referral",
          "select referral_id::text, borough_code from known_referral");

  private final RunningPlatform platform;
  private final Stores stores;
  private final Wire wire;

  /** Of that platform. */
  public Witness(RunningPlatform platform) {
    this.platform = platform;
    this.stores = new Stores(platform);
    this.wire = new Wire(platform);
  }

  /** Waits until everything was sent and applied, or nothing more happens for so long. */
  public boolean awaitQuiet(Patience patience) {
    try {
      patience.until("everything to be sent and applied", this::isQuiet);
      return true;
    } catch (IllegalStateException neverQuiet) {
      return false;
    }
  }

  private boolean isQuiet() {
    try {
      for (String service : SERVICES) {
        if (unsent(service) > 0) {
          return false;
        }
      }
      return SERVICES.stream().allMatch(this::hasHeardAll);
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  /** How many events of a service wait to be sent. */
  public long unsent(String service) {
    return stores.count(service, "select count(*) from outbox where sent_offset is null");
  }

  private boolean hasHeardAll(String listener) {
    long recorded =
        SERVICES.stream()
            .mapToLong(teller -> stores.count(teller, count("outbox", listener)))
            .sum();
    return stores.count(listener, count("inbox", listener)) >= recorded;
  }

  private static String count(String table, String listener) {
    Set<String> topics = new TreeSet<>(Oracle.LISTENS.getOrDefault(listener, Set.of()));
    return "select count(*) from %s where topic in ('%s')"
        .formatted(table, String.join("','", topics));
  }

  /** Reads all of it. */
  public Evidence look() {
    Map<String, List<Row>> copies = new LinkedHashMap<>();
    COPIES.forEach((store, query) -> copies.put(store, rows(store.split(" ", 2)[0], query)));
    Map<String, List<Told>> outboxes = new LinkedHashMap<>();
    Map<String, Set<String>> heard = new LinkedHashMap<>();
    Map<String, Integer> parked = new LinkedHashMap<>();
    for (String service : SERVICES) {
      outboxes.put(service, stores.read(service, OUTBOX, Witness::told));
      heard.put(
          service,
          new HashSet<>(
              stores.read(service, "select event_id::text from inbox", row -> row.getString(1))));
      parked.put(service, (int) stores.count(service, "select count(*) from parked_event"));
    }
    Set<String> topics = new TreeSet<>();
    Oracle.LISTENS.values().forEach(topics::addAll);
    return new Evidence(
        stores.read(
            "referral",
            "select id::text, external_reference, referring_borough_code from referral",
            row -> new StoredReferral(row.getString(1), row.getString(2), row.getString(3))),
        copies,
        rows("referral", "select id::text, borough_code from screening"),
        Map.of(
            "outcomes known_screening",
            rows("outcomes", "select screening_id::text, borough_code from known_screening")),
        rows("safety", "select id::text, referral_id::text from at_risk_handoff"),
        rows("referral", "select receipt_id::text, referral_id::text from known_receipt"),
        outboxes,
        wire.events(topics),
        heard,
        parked);
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
  }

  private List<Row> rows(String service, String query) {
    return stores.read(service, query, row -> new Row(row.getString(1), row.getString(2)));
  }

  /**
   * What the program says that verifies the survivor side's audit; empty when it holds together.
   */
  public Optional<String> auditFault() {
    Path app = Installation.find().root().resolve("safety-service/target/quarkus-app");
    ProcessBuilder command =
        new ProcessBuilder(
                Installation.java(),
                "-cp",
                app.resolve("app") + "/*:" + app.resolve("lib/main") + "/*",
                "org.crossborough.safety.auditing.VerifyAudit")
            .redirectErrorStream(true);
    command.environment().putAll(platform.environmentOf("safety-service"));
    try {
      Process process = command.start();
      List<String> said = new ArrayList<>(process.inputReader().lines().toList());
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.getLast());
    } catch (IOException e) {
      throw new IllegalStateException("The audit cannot be verified", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
