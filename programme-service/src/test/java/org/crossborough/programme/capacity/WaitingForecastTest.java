package org.crossborough.programme.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.programme.capacity.WaitingForecast.OfBorough;
import org.crossborough.programme.capacity.WaitingForecast.Places;
import org.crossborough.programme.capacity.WaitingForecast.Waiting;
import org.junit.jupiter.api.Test;

class WaitingForecastTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
  private static final String CAMDEN = "E09000007";
  private static final String ISLINGTON = "E09000019";

  @Provide
  Arbitrary<List<Waiting>> queues() {
    return Combinators.combine(
            Arbitraries.of(CAMDEN, ISLINGTON, "E09000012"),
            Arbitraries.integers().between(-400, 30))
        .as((borough, days) -> new Waiting(borough, TODAY.plusDays(days)))
        .list()
        .ofMaxSize(30)
        .map(queue -> queue.stream().sorted(Comparator.comparing(Waiting::since)).toList());
  }

  @Provide
  Arbitrary<List<Places>> supplies() {
    return Combinators.combine(
            Arbitraries.integers().between(-50, 200), Arbitraries.integers().between(-3, 12))
        .as((days, free) -> new Places(TODAY.plusDays(days), free))
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 500)
  void nobody_is_lost_and_no_wait_is_negative(
      @ForAll("queues") List<Waiting> queue, @ForAll("supplies") List<Places> supply) {
    WaitingForecast forecast = WaitingForecast.of(queue, supply, TODAY);

    assertThat(forecast.boroughs().stream().mapToInt(OfBorough::waiting).sum())
        .isEqualTo(forecast.waiting())
        .isEqualTo(queue.size());
    assertThat(forecast.placesInSight()).isNotNegative();
    assertThat(forecast.boroughs().stream().mapToInt(OfBorough::withoutPlaceInSight).sum())
        .isEqualTo(Math.max(0, queue.size() - forecast.placesInSight()));
    assertThat(forecast.boroughs())
        .allSatisfy(borough -> {
          assertThat(borough.longestWaitDays()).isNotNegative();
          assertThat(borough.known()).isEqualTo(borough.medianWaitDays() != null);
          if (borough.medianWaitDays() != null) {
            assertThat(borough.medianWaitDays()).isNotNegative();
          }
          assertThat(borough.withoutPlaceInSight()).isBetween(0, borough.waiting());
        });
    assertThat(forecast.known()).isEqualTo(queue.size() < forecast.placesInSight());
    assertThat(forecast.known()).isEqualTo(forecast.nextPlaceOn() != null);
  }

  @Property(tries = 300)
  void more_places_never_make_anybody_wait_longer(
      @ForAll("queues") List<Waiting> queue, @ForAll("supplies") List<Places> supply) {
    List<Places> more =
        Stream.concat(supply.stream(), Stream.of(new Places(TODAY.plusDays(40), 5))).toList();

    WaitingForecast before = WaitingForecast.of(queue, supply, TODAY);
    WaitingForecast after = WaitingForecast.of(queue, more, TODAY);

    for (int i = 0; i < before.boroughs().size(); i++) {
      Integer was = before.boroughs().get(i).medianWaitDays();
      Integer is = after.boroughs().get(i).medianWaitDays();
      if (was != null) {
        assertThat(is).isNotNull().isLessThanOrEqualTo(was);
      }
    }
  }

  @Test
  void the_longest_wait_gets_the_first_place() {
    List<Waiting> queue =
        List.of(
            new Waiting(CAMDEN, TODAY.minusDays(40)),
            new Waiting(ISLINGTON, TODAY.minusDays(20)),
            new Waiting(CAMDEN, TODAY.minusDays(10)));

    WaitingForecast forecast =
        WaitingForecast.of(
            queue, List.of(new Places(TODAY.plusDays(30), 1), new Places(TODAY, 1)), TODAY);

    assertThat(forecast.known()).isFalse();
    assertThat(forecast.boroughs())
        .containsExactly(
            new OfBorough(CAMDEN, 2, 40, true, 40, 1),
            new OfBorough(ISLINGTON, 1, 20, true, 50, 0));
  }

  @Test
  void without_places_nothing_is_known() {
    WaitingForecast forecast =
        WaitingForecast.of(List.of(new Waiting(CAMDEN, TODAY.minusDays(3))), List.of(), TODAY);

    assertThat(forecast.nextPlaceOn()).isNull();
    assertThat(forecast.boroughs()).containsExactly(new OfBorough(CAMDEN, 1, 3, false, null, 1));
  }

  @Test
  void whoever_joins_an_empty_queue_gets_the_next_intake() {
    WaitingForecast forecast =
        WaitingForecast.of(List.of(), List.of(new Places(TODAY.plusDays(21), 4)), TODAY);

    assertThat(forecast.known()).isTrue();
    assertThat(forecast.nextPlaceInDays()).isEqualTo(21);
    assertThat(forecast.boroughs()).isEmpty();
  }
}
