package org.crossborough.platform.oracle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossborough.platform.oracle.Evidence.Row;
import org.crossborough.platform.oracle.Evidence.StoredReferral;
import org.crossborough.platform.oracle.Evidence.Told;
import org.crossborough.platform.traffic.Attempt;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;
import org.crossborough.platform.traffic.Complaint;
import org.crossborough.platform.traffic.History;

/**
 * Says what is wrong when a history of answers is held against what the platform holds: everything
 * acknowledged is everywhere exactly once, nothing refused is anywhere, and events were told once,
 * in order, to all who listen.
 */
public final class Oracle {

  /** Which topics each service listens to; the compacted one is compared by its contents. */
  public static final Map<String, Set<String>> LISTENS =
      Map.of(
          "referral", Set.of("programme.events", "safety.events"),
          "programme", Set.of("referral.events", "safety.events"),
          "safety", Set.of("referral.events", "programme.events"),
          "outcomes", Set.of("referral.events", "programme.events", "safety.events"));

  private static final String RECEIVED = "referral.received";
  private static final String TRIAGED = "referral.triaged";

  private final History history;
  private final String prefix;
  private final Evidence evidence;
  private final Set<Complaint> complaints = new TreeSet<>();

  private Oracle(History history, String prefix, Evidence evidence) {
    this.history = history;
    this.prefix = prefix;
    this.evidence = evidence;
  }

  /**
   * Everything that is wrong; empty when all is well.
   *
   * @param prefix of the references of all men that the history is about
   * @param poison how many unreadable records were sent to each service on purpose
   */
  public static Set<Complaint> judge(
      History history, String prefix, Evidence evidence, Map<String, Integer> poison) {
    Oracle oracle = new Oracle(history, prefix, evidence);
    oracle.complaints.addAll(history.complaints());
    oracle.referrals();
    oracle.copies();
    oracle.screenings();
    oracle.handOvers();
    oracle.moves();
    oracle.events();
    oracle.listeners();
    oracle.parked(poison);
    return oracle.complaints;
  }

  /** Every acknowledged referral is in its store once, and no other of ours is. */
  private void referrals() {
    Map<String, String> acknowledged =
        history.of(Kind.REFERRAL, Outcome.OK).stream()
            .collect(Collectors.toMap(Attempt::subject, Attempt::id));
    List<StoredReferral> ours =
        evidence.referrals().stream()
            .filter(one -> one.externalReference().startsWith(prefix))
            .toList();
    Map<String, List<StoredReferral>> stored =
        ours.stream().collect(Collectors.groupingBy(StoredReferral::externalReference));
    acknowledged.forEach((reference, id) -> {
      List<StoredReferral> found = stored.getOrDefault(reference, List.of());
      if (found.stream().noneMatch(one -> one.id().equals(id))) {
        complain(Complaint.Kind.LOST, "referral " + id + " from its own store");
      }
    });
    stored.forEach((reference, found) -> {
      if (found.size() > 1) {
        complain(Complaint.Kind.TWICE, "referral of " + reference + " in its own store");
      }
      if (!acknowledged.containsKey(reference)) {
        complain(Complaint.Kind.PHANTOM, "referral of " + reference + " in its own store");
      }
    });
  }

  private void copies() {
    Map<String, String> originals =
        evidence.referrals().stream()
            .collect(Collectors.toMap(StoredReferral::id, StoredReferral::borough, (a, _) -> a));
    // What was acknowledged is looked for everywhere, also when its own store has lost it.
    history.ids(Kind.REFERRAL).forEach(id -> originals.putIfAbsent(id, ""));
    evidence.copies().forEach((store, rows) -> compare("referral", store, originals, rows));
  }

  private void screenings() {
    Map<String, String> originals = contents(evidence.screenings());
    Set<String> stored = Set.copyOf(originals.keySet());
    for (String id : history.ids(Kind.SCREENING)) {
      if (!stored.contains(id)) {
        complain(Complaint.Kind.LOST, "screening " + id + " from its own store");
      }
    }
    evidence
        .screeningCopies()
        .forEach((store, rows) -> compare("screening", store, originals, rows));
  }

  private void handOvers() {
    Map<String, List<Row>> byReferral =
        evidence.handOvers().stream().collect(Collectors.groupingBy(Row::content));
    for (String referral : history.referrals(Kind.HAND_OVER)) {
      int count = byReferral.getOrDefault(referral, List.of()).size();
      if (count != 1) {
        Complaint.Kind kind = count == 0 ? Complaint.Kind.LOST : Complaint.Kind.TWICE;
        complain(kind, "hand-over for " + referral);
      }
    }
    Set<String> known = history.referrals(Kind.HAND_OVER);
    byReferral.keySet().stream()
        .filter(referral -> history.ids(Kind.REFERRAL).contains(referral))
        .filter(referral -> !known.contains(referral))
        .forEach(referral -> complain(Complaint.Kind.PHANTOM, "hand-over for " + referral));
    compare("receipt", "referral", contents(evidence.handOvers()), evidence.receipts());
  }

  /** What a referral went through was recorded to be told, once. */
  private void moves() {
    Map<String, Long> counts =
        evidence.outboxes().getOrDefault("referral", List.of()).stream()
            .collect(
                Collectors.groupingBy(
                    one -> family(one.type()) + " " + one.key(), Collectors.counting()));
    history.ids(Kind.REFERRAL).forEach(id -> once(counts, RECEIVED, id));
    history.referrals(Kind.TRIAGE).forEach(id -> once(counts, TRIAGED, id));
  }

  private void once(Map<String, Long> counts, String type, String key) {
    long count = counts.getOrDefault(type + " " + key, 0L);
    if (count != 1) {
      complain(
          count == 0 ? Complaint.Kind.LOST : Complaint.Kind.TWICE, "record of " + type + " " + key);
    }
  }

  /**
   * The topics say what the outboxes say, for each thing in the same order; repeats are allowed.
   */
  private void events() {
    Set<String> topics = new TreeSet<>();
    LISTENS.values().forEach(topics::addAll);
    Map<String, Set<String>> recorded = new LinkedHashMap<>();
    evidence.outboxes().values().forEach(outbox -> sequence(outbox, topics, recorded));
    Map<String, Set<String>> told = new LinkedHashMap<>();
    sequence(evidence.told(), topics, told);
    Set<String> keys = new TreeSet<>(recorded.keySet());
    keys.addAll(told.keySet());
    for (String key : keys) {
      Set<String> expected = recorded.getOrDefault(key, Set.of());
      Set<String> actual = told.getOrDefault(key, Set.of());
      if (!actual.containsAll(expected)) {
        complain(Complaint.Kind.BEHIND, "the topic about " + key);
      } else if (!expected.containsAll(actual)) {
        complain(Complaint.Kind.PHANTOM, "event about " + key);
      } else if (!List.copyOf(expected).equals(List.copyOf(actual))) {
        complain(Complaint.Kind.REORDERED, "events about " + key);
      }
    }
  }

  private static void sequence(
      List<Told> events, Set<String> topics, Map<String, Set<String>> byKey) {
    for (Told event : events) {
      if (topics.contains(event.topic())) {
        byKey
            .computeIfAbsent(event.topic() + " " + event.key(), _ -> new LinkedHashSet<>())
            .add(event.eventId());
      }
    }
  }

  private void listeners() {
    List<Told> recorded = evidence.outboxes().values().stream().flatMap(List::stream).toList();
    LISTENS.forEach((service, topics) -> {
      Set<String> heard = evidence.heard().getOrDefault(service, Set.of());
      long missed =
          recorded.stream()
              .filter(event -> topics.contains(event.topic()))
              .filter(event -> !heard.contains(event.eventId()))
              .count();
      if (missed > 0) {
        complain(Complaint.Kind.BEHIND, service + " by " + missed + " events");
      }
    });
  }

  private void parked(Map<String, Integer> poison) {
    evidence
        .parked()
        .forEach((service, count) -> {
          int expected = poison.getOrDefault(service, 0);
          if (count != expected) {
            complain(Complaint.Kind.PARKED, service + ": %d for %d".formatted(count, expected));
          }
        });
  }

  private void compare(String what, String store, Map<String, String> originals, List<Row> copies) {
    Map<String, Integer> counts = new HashMap<>();
    for (Row copy : copies) {
      int count = counts.merge(copy.id(), 1, Integer::sum);
      String original = originals.get(copy.id());
      if (original == null) {
        complain(Complaint.Kind.PHANTOM, "%s %s in %s".formatted(what, copy.id(), store));
      } else if (count == 2) {
        complain(Complaint.Kind.TWICE, "%s %s in %s".formatted(what, copy.id(), store));
      } else if (!original.equals(copy.content())
          && !original.isEmpty()
          && !copy.content().isEmpty()) {
        complain(Complaint.Kind.DIFFERENT, "%s %s in %s".formatted(what, copy.id(), store));
      }
    }
    originals.keySet().stream()
        .filter(id -> !counts.containsKey(id))
        .forEach(id -> complain(Complaint.Kind.LOST, "%s %s from %s".formatted(what, id, store)));
  }

  private static Map<String, String> contents(List<Row> rows) {
    return rows.stream().collect(Collectors.toMap(Row::id, Row::content, (a, _) -> a));
  }

  /** The type without its version. */
  private static String family(String type) {
    return type.replaceFirst("\\.v\\d+$", "");
  }

  private void complain(Complaint.Kind kind, String what) {
    complaints.add(new Complaint(kind, what));
  }
}
