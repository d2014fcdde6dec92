package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.demo.Progress;
import org.crossborough.platform.demo.Story;
import org.crossborough.platform.demo.StoryPlayer.Outcome;
import org.crossborough.platform.driver.CommissionerDesk;
import org.crossborough.platform.driver.CoordinatorDesk;
import org.crossborough.platform.driver.Enrolment;
import org.crossborough.platform.driver.ProgrammeDesk;
import org.crossborough.platform.driver.Referral;
import org.crossborough.platform.driver.SupportDesk;
import org.crossborough.platform.driver.SurvivorCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each service is killed while a story is being told; nothing is lost and nothing told twice. */
@ExtendWith(AcceptancePlatform.class)
class KilledServiceAcceptanceIT {

  private static final String CAMDEN = "demo-commissioner-camden";
  private static final int MEN = 7;
  private static final int ATTEMPTS = 8;
  private static final int COUNTABLE_MINUTES = 5 * 1800 + 3 * 450;

  @ParameterizedTest(name = "{0} killed at: {1}")
  @CsvSource({
    "referral-service, 'screened and referred'",
    "referral-service, 'triaged, assessed and accepted'",
    "gateway, 'triaged, assessed and accepted'",
    "safety-service, 'people at risk handed over, sealed'",
    "safety-service, people at risk contacted",
    "programme-service, 'sessions held, registers saved'",
    "outcomes-service, 'sessions held, registers saved'",
    "outcomes-service, men with outcome profiles recorded"
  })
  void a_killed_service_loses_nothing_and_repeats_nothing(
      String service, String phase, UnderTest platform) {
    Counts before = Counts.of(platform);
    String name = Names.unique("thin-" + service);
    Saboteur saboteur = new Saboteur(platform, service, phase);

    Outcome outcome = platform.play(Story.named("thin", name), saboteur);
    saboteur.awaitRepair();

    assertEverythingIsThereOnce(platform, name, outcome);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(Counts.of(platform)).isEqualTo(before.plusThinStory()));
  }

  private static void assertEverythingIsThereOnce(
      UnderTest platform, String story, Outcome outcome) {
    assertThat(new CoordinatorDesk(platform.api()).referrals())
        .filteredOn(referral -> referral.externalReference().startsWith("DEMO-" + story + "-"))
        .hasSize(MEN)
        .allMatch(referral -> "ALLOCATED".equals(referral.status()))
        .allMatch(Referral::hasReceipt)
        .extracting(Referral::id)
        .containsExactlyInAnyOrderElementsOf(outcome.referrals());
    List<Enrolment> enrolments =
        new ProgrammeDesk(platform.api()).enrolments(outcome.runs().getFirst());
    assertThat(enrolments)
        .extracting(Enrolment::referralId)
        .containsExactlyInAnyOrderElementsOf(outcome.referrals());
    assertThat(enrolments.stream().mapToInt(Enrolment::countableMinutes).sum())
        .isEqualTo(COUNTABLE_MINUTES);
    assertThat(casesOf(platform, outcome.referrals()))
        .hasSize(MEN)
        .satisfies(cases ->
            assertThat(cases.stream().mapToInt(one -> one.attempts().size()).sum())
                .isEqualTo(ATTEMPTS));
  }

  private static List<SurvivorCase> casesOf(UnderTest platform, List<String> referrals) {
    SupportDesk desk = new SupportDesk(platform.api());
    return desk.worklist().stream()
        .map(listed -> desk.read(listed.id()))
        .filter(one -> referrals.contains(one.referralId()))
        .toList();
  }

  /** What the borough's commissioner counts. */
  private record Counts(
      long workedWith,
      long started,
      long reached,
      long daysLess,
      long days,
      long qualityMore,
      long quality) {

    static Counts of(UnderTest platform) {
      CommissionerDesk desk = new CommissionerDesk(platform.api(), CAMDEN);
      Fraction starts = Fraction.of(desk, "M-08");
      Fraction hours = Fraction.of(desk, "M-12");
      Fraction use = Fraction.of(desk, "M-21");
      Fraction quality = Fraction.of(desk, "M-22");
      assertThat(hours.denominator()).isEqualTo(starts.numerator());
      return new Counts(
          starts.denominator(),
          starts.numerator(),
          hours.numerator(),
          use.numerator(),
          use.denominator(),
          quality.numerator(),
          quality.denominator());
    }

    Counts plusThinStory() {
      return new Counts(
          workedWith + MEN,
          started + 6,
          reached + 5,
          daysLess + 29,
          days + 100,
          qualityMore + 24,
          quality + 60);
    }
  }

  private record Fraction(long numerator, long denominator) {

    static Fraction of(CommissionerDesk desk, String id) {
      return desk.metrics().stream()
          .filter(metric -> metric.id().equals(id))
          .map(metric -> new Fraction(count(metric.numerator()), count(metric.denominator())))
          .findFirst()
          .orElseThrow();
    }

    private static long count(@Nullable String text) {
      return text == null ? 0 : Long.parseLong(text);
    }
  }

  /** Kills a service when a phase is under way, and has it started again. */
  private static final class Saboteur implements Progress {

    private static final int UNDER_WAY = 2;

    private final UnderTest platform;
    private final String service;
    private final String phase;
    private final long pid;
    private final Queue<CompletableFuture<Void>> repairs = new ConcurrentLinkedQueue<>();

    Saboteur(UnderTest platform, String service, String phase) {
      this.platform = platform;
      this.service = service;
      this.phase = phase;
      this.pid = platform.platform().pidOf(service);
    }

    @Override
    public void at(String reached, int done, int of) {
      if (reached.equals(phase) && done == UNDER_WAY) {
        // Not on the story's own thread, so that it meets the failure.
        repairs.add(CompletableFuture.runAsync(this::killAndRepair));
      }
    }

    private void killAndRepair() {
      platform.platform().kill9(service);
      platform.platform().up();
    }

    void awaitRepair() {
      assertThat(repairs).as("the story has reached " + phase).hasSize(1);
      repairs.element().join();
      assertThat(platform.platform().pidOf(service)).as("another process").isNotEqualTo(pid);
    }
  }
}
