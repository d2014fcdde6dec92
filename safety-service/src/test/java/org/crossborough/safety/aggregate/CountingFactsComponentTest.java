package org.crossborough.safety.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.dash;
import static org.crossborough.safety.driver.RiskDesk.marac;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.attempt;
import static org.crossborough.safety.driver.SafetyApi.talk;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.crossborough.chassis.tenancy.SystemWork;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountingFactsComponentTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  void a_person_is_counted_with_all_that_was_recorded_of_her() {
    FigurePeriod now = new FigurePeriod(clock().instant().atZone(LONDON).getYear(), 0);
    List<Facts.Received> before = facts(now).received();

    var _ = aCase();
    UUID full = aCase();
    assertThat(attempt(full, talk("2026-01-08", "YES")).statusCode()).isEqualTo(201);
    // Found at high risk once, and lower later.
    var _ = added(full, "dash-assessments", dash(15));
    var _ = added(full, "dash-assessments", dash(3));
    var _ = added(full, "marac-referrals", marac("2026-02-04", "\"judgement\":\"He came\","));
    var _ = added(full, "children", "{\"name\":\"Example\",\"underEighteen\":true}");
    var _ = added(full, "children", "{\"name\":\"Of age\",\"underEighteen\":false}");
    String twice = added(full, "children", "{\"name\":\"Example\",\"underEighteen\":true}");
    String removal = "{\"reasonCode\":\"RECORDED_TWICE\"}";
    assertThat(move(full, "children/" + twice + "/removal", "\"0\"", removal).statusCode())
        .isEqualTo(200);

    List<Facts.Received> added = new ArrayList<>(facts(now).received());
    before.forEach(added::remove);
    assertThat(added)
        .containsExactlyInAnyOrder(
            new Facts.Received(false, 0, false, false, false, 0),
            new Facts.Received(true, 3, true, true, true, 1));
  }

  @Test
  void of_several_answers_of_one_person_the_last_of_the_period_counts() {
    UUID first = aCase();
    UUID other = aCase();
    answer(first, "2003-01-01", "NO");
    answer(first, "2003-03-31", "YES");
    answer(first, "2003-04-01", "NO");
    answer(other, "2003-02-01", "NOT_SURE");

    assertThat(facts(FigurePeriod.parse("2003-Q1")).askedAndSafer())
        .containsExactlyInAnyOrder(true, false);
    assertThat(facts(FigurePeriod.parse("2003")).askedAndSafer()).containsExactly(false, false);
  }

  private static void answer(UUID id, String day, String answer) {
    var _ =
        added(id, "feeling-safer", "{\"askedOn\":\"%s\",\"answer\":\"%s\"}".formatted(day, answer));
  }

  private static Facts facts(FigurePeriod period) {
    FactQueries queries = Arc.container().instance(FactQueries.class).get();
    AtomicReference<Facts> found =
        new AtomicReference<>(new Facts(List.of(), List.of(), List.of()));
    SystemWork.run(
        () -> found.set(QuarkusTransaction.requiringNew().call(() -> queries.of(period))));
    return found.get();
  }

  private static Clock clock() {
    return Arc.container().instance(Clock.class).get();
  }
}
