package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aRun;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people at the same referrals at once, while facts arrive from elsewhere. */
@QuarkusTest
class ManyHandsComponentTest {

  private static final int REFERRALS = 4;
  private static final int HANDS = 4;
  private static final int ATTEMPTS = 110;

  /** What somebody tries, or what arrives from elsewhere. */
  private sealed interface Deed {}

  private record Move(ReferralTransition transition) implements Deed {}

  private enum Fact implements Deed {
    AGREEMENT,
    EXCEPTION_PROPOSED,
    EXCEPTION_APPROVED,
    RECEIPT,
    HOLD_PLACED,
    HOLDS_LIFTED
  }

  /** A deed at one referral, on the version just read or on one read before. */
  private record Attempt(int referral, Deed deed, boolean stale) {}

  /** A move that was answered with success. */
  private record Made(ReferralTransition transition, long seen, long version) {}

  /** One referral and what was done to it. */
  private static final class Subject {
    final String id = aReferral(ISLINGTON);
    final Queue<Made> made = new ConcurrentLinkedQueue<>();
    final Queue<UUID> holds = new ConcurrentLinkedQueue<>();
    volatile String readBefore = "\"0\"";

    String read() {
      readBefore = get(COORDINATOR, id).header("ETag");
      return readBefore;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void no_move_is_lost_or_made_twice_or_against_the_table(long seed) throws Exception {
    RunScheduled run = aRun();
    Wire.publish(run);
    // Unknown to the service for a moment: until then an allocation is refused.
    List<Subject> subjects = Stream.generate(Subject::new).limit(REFERRALS).toList();
    List<Callable<Void>> hands = new ArrayList<>();
    for (List<Attempt> script : scripts(seed)) {
      hands.add(() -> {
        for (Attempt attempt : script) {
          perform(attempt, subjects.get(attempt.referral), run.runId());
        }
        return null;
      });
    }

    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> hand : workers.invokeAll(hands)) {
        hand.get();
      }
    }

    for (Subject subject : subjects) {
      assertSound(subject);
    }
    assertThat(subjects).anyMatch(subject -> subject.made.size() > 5);
  }

  private static List<List<Attempt>> scripts(long seed) {
    List<Deed> deeds = new ArrayList<>();
    // What leads forward more often than what stops or ends, so that scripts get far.
    for (Fact fact : Fact.values()) {
      deeds.addAll(Collections.nCopies(fact == Fact.HOLD_PLACED ? 1 : 4, fact));
    }
    Arrays.stream(ReferralTransition.values())
        .filter(transition ->
            !List.of("RECEIVE", "RETURN_INCOMPLETE", "COMPLETE").contains(transition.name()))
        .forEach(transition -> {
          boolean ends = transition.to().name().matches("DECLINED|REDIRECTED|WITHDRAWN|DUPLICATE");
          deeds.addAll(Collections.nCopies(ends ? 1 : 4, new Move(transition)));
        });
    Arbitrary<Attempt> attempts =
        Combinators.combine(
                Arbitraries.integers().between(0, REFERRALS - 1),
                Arbitraries.of(deeds),
                Arbitraries.of(false, false, false, true))
            .as(Attempt::new);
    List<List<Attempt>> scripts = new ArrayList<>();
    JqwikSession.run(() ->
        scripts.addAll(
            attempts
                .list()
                .ofSize(ATTEMPTS)
                .list()
                .ofSize(HANDS)
                .generator(1000)
                .next(new Random(seed))
                .value()));
    return scripts;
  }

  private static void perform(Attempt attempt, Subject subject, UUID run) {
    String seen = attempt.stale ? subject.readBefore : subject.read();
    switch (attempt.deed) {
      case Move move -> perform(move.transition, subject, seen, run);
      case Fact fact -> happen(fact, subject, seen);
    }
  }

  private static void perform(
      ReferralTransition transition, Subject subject, String seen, UUID run) {
    MoveRequest request = MoveRequest.of(transition);
    String body = request.body().replace("%s", run.toString());
    Response answer = post(request.caller(), path(subject, request.path()), seen, body);
    if (answer.statusCode() == 200) {
      subject.made.add(new Made(transition, number(seen), number(answer.header("ETag"))));
    }
  }

  private static void happen(Fact fact, Subject subject, String seen) {
    UUID referral = UUID.fromString(subject.id);
    switch (fact) {
      case AGREEMENT -> {
        String body = "{\"version\":\"1\",\"signedOn\":\"2026-01-01\"}";
        var _ = post(ASSESSOR, path(subject, "confidentiality-agreements"), seen, body);
      }
      case EXCEPTION_PROPOSED -> {
        String body = "{\"code\":\"DETAILS_UNKNOWN_CONFIRMED\",\"reason\":\"Asked twice.\"}";
        var _ = post(ASSESSOR, path(subject, "receipt-exceptions"), seen, body);
      }
      case EXCEPTION_APPROVED -> approve(subject);
      case RECEIPT ->
          Wire.publish(new AtRiskReceived(referral, Instant.now(), UUID.randomUUID(), 1));
      case HOLD_PLACED -> {
        UUID hold = UUID.randomUUID();
        Wire.publish(new SafetyHoldPlaced(referral, Instant.now(), hold));
        subject.holds.add(hold);
      }
      case HOLDS_LIFTED -> {
        for (UUID hold = subject.holds.poll(); hold != null; hold = subject.holds.poll()) {
          Wire.publish(new SafetyHoldLifted(referral, Instant.now(), hold));
        }
      }
    }
  }

  private static void approve(Subject subject) {
    String path = path(subject, "receipt-exceptions");
    List<String> ids = as(MANAGER).get(path).jsonPath().getList("items.id", String.class);
    if (!ids.isEmpty()) {
      String one = path + "/" + ids.getFirst();
      var _ = post(MANAGER, one + "/approval", as(MANAGER).get(one).header("ETag"), "{}");
    }
  }

  private static Response post(String caller, String path, String seen, String body) {
    Response answer =
        as(caller)
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", seen)
            .body(body)
            .post(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isIn(200, 201, 409, 412);
    return answer;
  }

  private static void assertSound(Subject subject) throws Exception {
    List<Made> made =
        subject.made.stream().sorted(Comparator.comparingLong(Made::version)).toList();
    List<Map<String, Object>> history =
        Psql.rows(
            "*",
            """
            select transition, coalesce(from_status, '') as from_status, to_status
            from referral_status_change where referral_id = ? order by id
            """,
            UUID.fromString(subject.id));

    // Each success brought about the version after the one that was seen, and no other did.
    assertThat(made).allMatch(move -> move.version == move.seen + 1);
    assertThat(made).extracting(Made::version).doesNotHaveDuplicates();
    // Each success is in the history once, in the order of versions, and nothing else is.
    assertThat(history.stream().skip(1))
        .extracting(row -> String.valueOf(row.get("transition")))
        .containsExactlyElementsOf(made.stream().map(move -> move.transition.name()).toList());
    assertThat(history.getFirst()).containsEntry("to_status", "RECEIVED");
    for (int i = 1; i < history.size(); i++) {
      ReferralTransition transition =
          ReferralTransition.valueOf(String.valueOf(history.get(i).get("transition")));
      String before = String.valueOf(history.get(i - 1).get("to_status"));
      assertThat(history.get(i)).containsEntry("from_status", before);
      assertThat(history.get(i)).containsEntry("to_status", transition.to().name());
      assertThat(transition.isLegalFrom(ReferralStatus.valueOf(before))).isTrue();
    }
    assertThat(get(COORDINATOR, subject.id).jsonPath().getString("status"))
        .isEqualTo(history.getLast().get("to_status"));
    assertAccepted(subject, made);
  }

  /** Nobody was accepted without a receipt or an exception that two persons agreed on. */
  private static void assertAccepted(Subject subject, List<Made> made) throws Exception {
    if (made.stream().anyMatch(move -> move.transition == ReferralTransition.ACCEPT)) {
      assertThat(
              Psql.count(
                  """
                  select count(*) from referral r where id = ? and (receipt_id is not null
                    or exists (select 1 from exception_to_receipt e where e.referral_id = r.id
                      and e.status = 'APPROVED'
                      and e.decided_by_subject <> e.proposed_by_subject))
                  """,
                  UUID.fromString(subject.id)))
          .isEqualTo(1);
    }
  }

  private static String path(Subject subject, String last) {
    return "/v1/referrals/" + subject.id + "/" + last;
  }

  private static long number(String tag) {
    return Long.parseLong(tag.replace("\"", ""));
  }
}
