package org.crossborough.platform.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.oracle.Evidence.Row;
import org.crossborough.platform.oracle.Evidence.StoredReferral;
import org.crossborough.platform.oracle.Evidence.Told;
import org.crossborough.platform.traffic.Attempt;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;
import org.crossborough.platform.traffic.Complaint;
import org.crossborough.platform.traffic.History;

/** What a healthy platform holds after three men, for a test to spoil. */
final class PlantedEvidence {

  static final String PREFIX = "FAULT-";
  private static final String BOROUGH = "E09000019";

  final History history = new History();
  final List<StoredReferral> referrals = new ArrayList<>();
  final Map<String, List<Row>> copies = new LinkedHashMap<>();
  final List<Row> screenings = new ArrayList<>();
  final List<Row> screeningCopies = new ArrayList<>();
  final List<Row> handOvers = new ArrayList<>();
  final List<Row> receipts = new ArrayList<>();
  final List<Told> outbox = new ArrayList<>();
  final List<Told> told = new ArrayList<>();
  final Map<String, Set<String>> heard = new LinkedHashMap<>();
  final Map<String, Integer> parked = new LinkedHashMap<>();

  PlantedEvidence() {
    List.of("programme", "outcomes").forEach(store -> copies.put(store, new ArrayList<>()));
    Witness.SERVICES.forEach(service -> heard.put(service, new HashSet<>()));
    Witness.SERVICES.forEach(service -> parked.put(service, 0));
    for (int man = 1; man <= 3; man++) {
      add(man);
    }
  }

  private void add(int man) {
    String id = "referral-" + man;
    know(Kind.SCREENING, PREFIX + man, "", "screening-" + man, Outcome.OK);
    know(Kind.REFERRAL, PREFIX + man, "", id, Outcome.OK);
    know(Kind.HAND_OVER, PREFIX + man, id, "receipt-" + man, Outcome.OK);
    know(Kind.TRIAGE, PREFIX + man, id, "", Outcome.OK);
    know(Kind.HOPELESS, PREFIX + man + "-hopeless", "", "", Outcome.REFUSED);
    referrals.add(new StoredReferral(id, PREFIX + man, BOROUGH));
    copies.values().forEach(copy -> copy.add(new Row(id, BOROUGH)));
    screenings.add(new Row("screening-" + man, BOROUGH));
    screeningCopies.add(new Row("screening-" + man, BOROUGH));
    handOvers.add(new Row("receipt-" + man, id));
    receipts.add(new Row("receipt-" + man, id));
    tell("referral.received.v1", id);
    tell("referral.triaged.v1", id);
  }

  void know(Kind kind, String subject, String referral, String id, Outcome outcome) {
    Call call = Call.get("/");
    history.keep(new Attempt(kind, subject, referral, call, outcome, 201, "", new byte[0], id, ""));
  }

  private void tell(String type, String key) {
    Told event = new Told("referral.events", key, type + " of " + key, type);
    outbox.add(event);
    told.add(event);
    heard.forEach((service, ids) -> {
      if (!service.equals("referral")) {
        ids.add(event.eventId());
      }
    });
  }

  /** What one store has copied. */
  List<Row> copy(String store) {
    return Objects.requireNonNull(copies.get(store));
  }

  /** What one service has applied. */
  Set<String> heardBy(String service) {
    return Objects.requireNonNull(heard.get(service));
  }

  /** The first of these that is such. */
  static <T> T first(List<T> all, Predicate<T> such) {
    return all.stream().filter(such).findFirst().orElseThrow();
  }

  Set<Complaint> judge() {
    return Oracle.judge(history, PREFIX, evidence(), Map.of());
  }

  Evidence evidence() {
    return new Evidence(
        referrals,
        copies,
        screenings,
        Map.of("outcomes", screeningCopies),
        handOvers,
        receipts,
        Map.of("referral", outbox),
        told,
        heard,
        parked);
  }
}
