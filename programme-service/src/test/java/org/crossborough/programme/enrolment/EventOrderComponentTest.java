package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.SafetyEvent.ClearToStart;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.contracts.Topic;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventOrderComponentTest {

  private static final Instant TOLD = Instant.parse("2025-01-20T09:00:00Z");

  private final List<EventsConsumer> consumers;

  @Inject
  EventOrderComponentTest(@All List<EventsConsumer> consumers) {
    this.consumers = consumers;
  }

  @Test
  void however_the_topics_interleave_a_held_man_ends_in_the_same_state() {
    Set<Map<String, Object>> ends = new HashSet<>();
    for (List<Integer> order : interleavings(1, 1, 4)) {
      RunFixture run = RunFixture.scheduled(1);
      UUID referral = UUID.randomUUID();
      UUID person = UUID.randomUUID();
      UUID lifted = UUID.randomUUID();
      ends.add(
          end(
              run,
              referral,
              order,
              List.of(ManFixture.allocation(referral, person, run)),
              List.of(ManFixture.named(person, referral)),
              List.of(
                  new SafetyHoldPlaced(referral, TOLD, lifted),
                  new ClearToStart(referral, TOLD),
                  new SafetyHoldPlaced(referral, TOLD, UUID.randomUUID()),
                  new SafetyHoldLifted(referral, TOLD, lifted))));
    }

    assertThat(ends)
        .containsExactly(
            Map.of(
                "status",
                "PLANNED",
                "clearToStart",
                true,
                "review",
                "PROGRAMME_REVIEW",
                "participant",
                Map.of("givenName", "Example", "familyName", "Person"),
                "attendedMinutes",
                0,
                "countableMinutes",
                0));
  }

  @Test
  void however_the_topics_interleave_an_erased_man_has_no_name() {
    RunFixture run = RunFixture.scheduled(1);
    Set<Map<String, Object>> ends = new HashSet<>();
    for (List<Integer> order : interleavings(1, 2, 1)) {
      UUID referral = UUID.randomUUID();
      UUID person = UUID.randomUUID();
      ends.add(
          end(
              run,
              referral,
              order,
              List.of(ManFixture.allocation(referral, person, run)),
              List.of(ManFixture.named(person, referral), new ParticipantErased(person, TOLD)),
              List.of(new ClearToStart(referral, TOLD))));
    }

    assertThat(ends)
        .containsExactly(
            Map.of(
                "status",
                "PLANNED",
                "clearToStart",
                true,
                "attendedMinutes",
                0,
                "countableMinutes",
                0));
  }

  @Test
  void shuffled_told_twice_late_and_after_a_gap_everything_ends_in_the_same_state() {
    Set<Map<String, Object>> ends = new HashSet<>();
    Set<Map<String, Object>> erased = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      boolean erase = seed % 2 == 1;
      RunFixture run = RunFixture.scheduled(1);
      UUID referral = UUID.randomUUID();
      List<Event> told = facts(run, referral, erase);
      List<Event> shuffled = new ArrayList<>(told);
      shuffled.addAll(told);
      Collections.shuffle(shuffled, new Random(seed));
      int gap = new Random(seed).nextInt(shuffled.size());
      Collections.rotate(shuffled, gap);

      shuffled.forEach(this::apply);

      (erase ? erased : ends).add(state(run, referral));
    }

    assertThat(ends)
        .singleElement()
        .satisfies(end ->
            assertThat(end)
                .containsEntry("clearToStart", true)
                .containsEntry("review", "PROGRAMME_REVIEW")
                .containsEntry("participant", Map.of("givenName", "Other", "familyName", "Name")));
    assertThat(erased)
        .singleElement()
        .satisfies(end -> assertThat(end).doesNotContainKey("participant"));
  }

  /** What is told of one man, by every service; some of it of no interest here. */
  private static List<Event> facts(RunFixture run, UUID referral, boolean erase) {
    UUID person = UUID.randomUUID();
    UUID lifted = UUID.randomUUID();
    List<Event> facts =
        new ArrayList<>(
            List.of(
                ManFixture.allocation(referral, person, run),
                ManFixture.named(person, referral),
                new ParticipantChanged(
                    person,
                    TOLD.plusSeconds(60),
                    referral,
                    "Other",
                    "Name",
                    LocalDate.of(1985, 3, 2),
                    null),
                new SafetyHoldPlaced(referral, TOLD, lifted),
                new SafetyHoldLifted(referral, TOLD.plusSeconds(1), lifted),
                new SafetyHoldPlaced(referral, TOLD.plusSeconds(2), UUID.randomUUID()),
                new ClearToStart(referral, TOLD),
                new AtRiskReceived(referral, TOLD, UUID.randomUUID(), 1),
                new ReferralTriaged(referral, TOLD)));
    if (erase) {
      facts.add(new ParticipantErased(person, TOLD.plusSeconds(120)));
    }
    return facts;
  }

  @Test
  void an_allocation_told_again_makes_no_second_enrolment() {
    RunFixture run = RunFixture.scheduled(1);
    UUID referral = UUID.randomUUID();
    Event allocation = ManFixture.allocation(referral, UUID.randomUUID(), run);

    apply(allocation);
    apply(allocation);

    assertThat(
            ProgrammeApi.get("/v1/runs/" + run.id() + "/enrolments")
                .jsonPath()
                .getList("items.referralId"))
        .containsExactly(referral.toString());
  }

  /** Applies each topic's events in their own order, the topics as {@code order} says. */
  @SafeVarargs
  private Map<String, Object> end(
      RunFixture run, UUID referral, List<Integer> order, List<? extends Event>... topics) {
    int[] next = new int[topics.length];
    for (int topic : order) {
      apply(topics[topic].get(next[topic]++));
    }
    return state(run, referral);
  }

  private static Map<String, Object> state(RunFixture run, UUID referral) {
    Map<String, Object> enrolment =
        new HashMap<>(
            ProgrammeApi.get("/v1/runs/" + run.id() + "/enrolments?limit=100")
                .path("items.find { it.referralId == '%s' }".formatted(referral)));
    List.of("id", "referralId", "runId").forEach(enrolment::remove);
    return enrolment;
  }

  private void apply(Event event) {
    SystemWork.run(() ->
        QuarkusTransaction.requiringNew()
            .run(() ->
                consumers.stream()
                    .filter(consumer -> consumer.topics().contains(Topic.of(event)))
                    .forEach(consumer -> consumer.on(event))));
  }

  /** Every way to mix sequences of these lengths while each keeps its own order. */
  private static List<List<Integer>> interleavings(int... lengths) {
    List<List<Integer>> found = new ArrayList<>();
    extend(new ArrayList<>(), lengths.clone(), found);
    return found;
  }

  private static void extend(List<Integer> begun, int[] left, List<List<Integer>> found) {
    boolean complete = true;
    for (int topic = 0; topic < left.length; topic++) {
      if (left[topic] > 0) {
        complete = false;
        left[topic]--;
        begun.add(topic);
        extend(begun, left, found);
        begun.removeLast();
        left[topic]++;
      }
    }
    if (complete) {
      found.add(List.copyOf(begun));
    }
  }
}
