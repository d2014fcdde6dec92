package org.crossborough.platform.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.crossborough.platform.oracle.Evidence.Row;
import org.crossborough.platform.oracle.Evidence.StoredReferral;
import org.crossborough.platform.oracle.Evidence.Told;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;
import org.crossborough.platform.traffic.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OracleTest {

  private static final String ID = "referral-2";

  /** Something that went wrong, and what must be said of it. */
  record Spoilt(String name, Complaint.Kind shows, Consumer<PlantedEvidence> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Spoilt> spoilt() {
    return Stream.of(
        spoilt("a referral lost by its store", Complaint.Kind.LOST, OracleTest::loseReferral),
        spoilt(
            "a referral lost by a copy",
            Complaint.Kind.LOST,
            e -> e.copy("programme").removeFirst()),
        spoilt("a screening lost", Complaint.Kind.LOST, e -> e.screenings.removeFirst()),
        spoilt(
            "a screening lost by its copy",
            Complaint.Kind.LOST,
            e -> e.screeningCopies.removeFirst()),
        spoilt("a hand-over lost", Complaint.Kind.LOST, e -> e.handOvers.removeFirst()),
        spoilt("a receipt lost", Complaint.Kind.LOST, e -> e.receipts.removeFirst()),
        spoilt("a move that was not recorded", Complaint.Kind.LOST, OracleTest::loseMove),
        spoilt(
            "a referral created twice",
            Complaint.Kind.TWICE,
            e -> e.referrals.add(new StoredReferral("another", "FAULT-2", "E09000019"))),
        spoilt(
            "a referral copied twice",
            Complaint.Kind.TWICE,
            e -> e.copy("outcomes").add(new Row(ID, "E09000019"))),
        spoilt(
            "people handed over twice",
            Complaint.Kind.TWICE,
            e -> e.handOvers.add(new Row("receipt-9", ID))),
        spoilt(
            "a move recorded twice",
            Complaint.Kind.TWICE,
            e -> e.outbox.add(new Told("referral.events", ID, "again", "referral.triaged.v1"))),
        spoilt(
            "a refused referral that is there",
            Complaint.Kind.PHANTOM,
            e -> e.referrals.add(new StoredReferral("kept", "FAULT-2-hopeless", "E09000019"))),
        spoilt(
            "a copy of nothing",
            Complaint.Kind.PHANTOM,
            e -> e.copy("programme").add(new Row("nobody", "E09000019"))),
        spoilt(
            "an event of nothing",
            Complaint.Kind.PHANTOM,
            e ->
                e.told.add(
                    new Told("referral.events", "nobody", "made-up", "referral.received.v1"))),
        spoilt(
            "events in another order",
            Complaint.Kind.REORDERED,
            e -> Collections.swap(e.told, 2, 3)),
        spoilt("an event that was never sent", Complaint.Kind.BEHIND, e -> e.told.removeLast()),
        spoilt(
            "a service that has not heard",
            Complaint.Kind.BEHIND,
            e -> e.heardBy("safety").remove("referral.triaged.v1 of referral-2")),
        spoilt(
            "a copy that differs",
            Complaint.Kind.DIFFERENT,
            e -> e.copy("outcomes").set(1, new Row(ID, "E09000007"))),
        spoilt("an event put aside", Complaint.Kind.PARKED, e -> e.parked.put("outcomes", 1)),
        spoilt(
            "an answer that no fault excuses",
            Complaint.Kind.WRONG_ANSWER,
            e -> e.know(Kind.REFERRAL, "FAULT-9", "", "", Outcome.WRONG)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void is_complained_about(Spoilt spoilt) {
    PlantedEvidence evidence = new PlantedEvidence();
    spoilt.plant().accept(evidence);

    assertThat(evidence.judge()).extracting(Complaint::kind).contains(spoilt.shows());
  }

  @Test
  void nothing_is_wrong_with_a_healthy_platform() {
    assertThat(new PlantedEvidence().judge()).isEmpty();
  }

  @Test
  void an_event_may_be_sent_again() {
    PlantedEvidence evidence = new PlantedEvidence();
    evidence.told.addAll(evidence.told.subList(0, 3));

    assertThat(evidence.judge()).isEmpty();
  }

  @Test
  void what_is_not_ours_may_be_there() {
    PlantedEvidence evidence = new PlantedEvidence();
    evidence.referrals.add(new StoredReferral("other", "DEMO-1", "E09000019"));
    evidence.copies.values().forEach(copy -> copy.add(new Row("other", "E09000019")));

    assertThat(evidence.judge()).isEmpty();
  }

  @Test
  void what_is_unreadable_on_purpose_is_put_aside_once() {
    PlantedEvidence evidence = new PlantedEvidence();
    evidence.parked.put("outcomes", 4);

    assertThat(
            Oracle.judge(
                evidence.history,
                PlantedEvidence.PREFIX,
                evidence.evidence(),
                Map.of("outcomes", 4)))
        .isEmpty();
  }

  private static void loseReferral(PlantedEvidence evidence) {
    evidence.referrals.removeIf(one -> one.id().equals(ID));
  }

  private static void loseMove(PlantedEvidence evidence) {
    Told move =
        PlantedEvidence.first(
            evidence.outbox,
            one -> one.key().equals(ID) && one.type().startsWith("referral.triaged"));
    evidence.outbox.remove(move);
    evidence.told.remove(move);
  }

  private static Spoilt spoilt(String name, Complaint.Kind shows, Consumer<PlantedEvidence> plant) {
    return new Spoilt(name, shows, plant);
  }
}
