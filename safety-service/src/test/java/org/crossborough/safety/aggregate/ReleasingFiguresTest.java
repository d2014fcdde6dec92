package org.crossborough.safety.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody can learn who puts together everything that was ever released. */
class ReleasingFiguresTest {

  /** Fewer values than this, and a hidden number is no longer hidden (docs/decisions/0016). */
  private static final int FEWEST_POSSIBLE = 5;

  /** How many people are counted, of how many. */
  record Count(int numerator, int denominator) {
    Count plus(Count other) {
      return new Count(numerator + other.numerator(), denominator + other.denominator());
    }

    Cell cell() {
      return LowCountPolicy.cell("M-18", "TIER_4", numerator, denominator);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026,2026-01-01,2026-12-31",
    "2026-Q1,2026-01-01,2026-03-31",
    "2026-Q2,2026-04-01,2026-06-30",
    "2026-Q3,2026-07-01,2026-09-30",
    "2026-Q4,2026-10-01,2026-12-31"
  })
  void a_period_is_a_year_or_a_quarter(String text, LocalDate first, LocalDate last) {
    FigurePeriod period = FigurePeriod.parse(text);

    assertThat(period).hasToString(text);
    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(text).matches(FigurePeriod.PATTERN);
    assertThat(period.end()).isEqualTo(next(period).begin());
  }

  @Property
  void one_person_more_or_less_changes_nothing_or_a_whole_step_or_hides(
      @ForAll @IntRange(max = 60) int numerator, @ForAll @IntRange(max = 60) int others) {
    Count count = new Count(numerator, numerator + others);
    Stream.of(new Count(1, 1), new Count(0, 1))
        .map(one -> count.plus(one).cell())
        .forEach(neighbour -> assertFarApart(count.cell(), neighbour));
  }

  @Property
  void a_quarter_that_is_hidden_cannot_be_taken_from_its_year(
      @ForAll("quarters") List<Count> quarters, @ForAll @IntRange(max = 4) int publishedFirst) {
    List<Cell> released = quarters.stream().limit(publishedFirst).map(Count::cell).toList();
    Cell year =
        ReleaseLedger.of(released.stream().map(List::of).toList())
            .year(List.of(total(quarters).cell()))
            .getFirst();

    for (int hidden = 0; hidden < released.size(); hidden++) {
      if (released.get(hidden).suppressed()) {
        assertThat(possible(year, released, hidden))
            .as("%s, quarter %d of %s", year, hidden + 1, quarters)
            .isGreaterThanOrEqualTo(FEWEST_POSSIBLE);
      }
    }
  }

  @Test
  void a_year_is_told_beside_all_its_quarters_or_none() {
    Cell told = new Count(15, 30).cell();
    Cell hidden = new Count(3, 30).cell();

    assertThat(year(told)).isEqualTo(told);
    assertThat(year(told, told, told, told, told)).isEqualTo(told);
    assertThat(year(told, hidden, hidden, hidden, hidden)).isEqualTo(told);
    assertThat(year(told, told)).matches(Cell::suppressed);
    assertThat(year(told, told, told, told, hidden)).matches(Cell::suppressed);
  }

  @Test
  void of_one_figure_every_programme_is_told_or_none() {
    List<Facts.Started> started = new ArrayList<>(men(20, 20, "LONG"));
    started.addAll(men(15, 25, "SHORT"));
    assertThat(shown(Figures.byProgramme(new Facts(started, List.of(), List.of()))))
        .contains("TIER_4:LONG 20/40", "TIER_4:SHORT 15/40");

    started.addAll(men(3, 4, "NEW"));
    List<Cell> cells = Figures.byProgramme(new Facts(started, List.of(), List.of()));
    assertThat(cells).isNotEmpty().allMatch(Cell::suppressed);
    assertThat(cells).extracting(Cell::variant).contains("TIER_4:LONG", "TIER_4:NEW");
  }

  @Test
  void men_of_no_known_programme_hide_the_others_and_are_no_programme() {
    List<Facts.Started> started = new ArrayList<>(men(20, 20, "LONG"));
    started.addAll(men(1, 1, null));

    List<Cell> cells = Figures.byProgramme(new Facts(started, List.of(), List.of()));

    assertThat(cells).isNotEmpty().allMatch(Cell::suppressed);
    assertThat(cells).extracting(Cell::variant).allMatch(variant -> variant.endsWith(":LONG"));
  }

  @Test
  void programmes_are_hidden_where_london_is() {
    List<Cell> london = List.of(new Cell("M-18", "TIER_4", null, null, true));
    List<Cell> programmes = List.of(new Cell("M-18", "TIER_4:LONG", 20, 40, false));

    assertThat(ReleaseLedger.programmes(programmes, london)).allMatch(Cell::suppressed);
  }

  @Property(tries = 200)
  void programmes_add_up_to_london_even_of_men_who_were_on_two(
      @ForAll("programmes") List<String> programmes) {
    List<Facts.Started> started = new ArrayList<>();
    for (int i = 0; i < programmes.size(); i++) {
      // Every man twice: on one programme, and later perhaps on another.
      UUID man = new UUID(0, i / 2);
      started.add(new Facts.Started(man, day(1 + i), programmes.get(i), 4 * (i % 2), false));
    }
    List<Cell> cells = Figures.byProgramme(new Facts(started, List.of(), List.of()));

    int london = Math.toIntExact(started.stream().map(Facts.Started::man).distinct().count());
    List<Cell> men =
        cells.stream()
            .filter(cell -> cell.variant().startsWith("TIER_2:") && !cell.suppressed())
            .toList();
    if (!men.isEmpty()) {
      assertThat(men.stream().mapToInt(ReleasingFiguresTest::denominator).sum())
          .isBetween(london - 2 * men.size(), london + 2 * men.size());
    }
  }

  @Test
  void m18_is_told_per_man_and_per_person() {
    List<Facts.Started> started = new ArrayList<>(men(20, 20, "LONG"));
    // Ten of the men who were counted have somebody else at risk, who was not reached.
    for (int i = 0; i < 10; i++) {
      started.add(new Facts.Started(new UUID(20, i), day(1), "LONG", 0, false));
    }
    assertThat(shown(Figures.london(new Facts(started, List.of(), List.of()))))
        .contains("TIER_4 20/40", "PERSONS_TIER_4 20/50");
  }

  @Property(tries = 300)
  void people_are_never_told_where_their_men_are_hidden(
      @ForAll @IntRange(max = 30) int supported,
      @ForAll @IntRange(max = 30) int others,
      @ForAll @IntRange(max = 5) int more) {
    List<Facts.Started> started = new ArrayList<>(men(supported, others, "LONG"));
    for (int i = 0; i < Math.min(more, started.size()); i++) {
      started.add(new Facts.Started(started.get(i).man(), day(1), "LONG", i % 5, false));
    }
    List<Cell> cells = Figures.london(new Facts(started, List.of(), List.of()));

    for (int tier = 2; tier <= 4; tier++) {
      Cell ofMen = named(cells, "TIER_" + tier);
      assertThat(named(cells, "PERSONS_TIER_" + tier).suppressed()).isEqualTo(ofMen.suppressed());
    }
  }

  @Test
  void children_of_fewer_than_ten_families_are_not_told() {
    assertThat(LowCountPolicy.count("M-27", "UNDER_EIGHTEEN", 27, 9).suppressed()).isTrue();
    assertThat(LowCountPolicy.count("M-27", "UNDER_EIGHTEEN", 9, 9).suppressed()).isTrue();
    assertThat(LowCountPolicy.count("M-27", "UNDER_EIGHTEEN", 27, 12))
        .isEqualTo(new Cell("M-27", "UNDER_EIGHTEEN", 25, null, false));
  }

  @Provide
  Arbitrary<List<Count>> quarters() {
    Arbitrary<Integer> people = Arbitraries.integers().between(0, 24);
    return people
        .flatMap(some -> people.map(others -> new Count(some, some + others)))
        .list()
        .ofSize(4);
  }

  @Provide
  Arbitrary<List<String>> programmes() {
    return Arbitraries.of("LONG", "SHORT").list().ofMinSize(40).ofMaxSize(120);
  }

  /** How many numbers a hidden quarter could have, for whoever knows all that was released. */
  private static long possible(Cell year, List<Cell> released, int hidden) {
    return IntStream.rangeClosed(0, 9)
        .filter(number -> {
          if (year.suppressed()) {
            return true;
          }
          int least = number;
          boolean open = released.size() < 4;
          int most = number;
          for (int i = 0; i < released.size(); i++) {
            if (i != hidden && !released.get(i).suppressed()) {
              least += numerator(released.get(i)) - 2;
              most += numerator(released.get(i)) + 2;
            } else if (i != hidden) {
              open = true;
            }
          }
          return least <= numerator(year) + 2 && (open || most >= numerator(year) - 2);
        })
        .count();
  }

  private static void assertFarApart(Cell one, Cell other) {
    if (!one.suppressed() && !other.suppressed()) {
      assertThat(Math.abs(numerator(one) - numerator(other))).isIn(0, 5);
      assertThat(Math.abs(denominator(one) - denominator(other))).isIn(0, 5);
    }
  }

  private static Cell year(Cell told, Cell... quarters) {
    return ReleaseLedger.of(Stream.of(quarters).map(List::of).toList())
        .year(List.of(told))
        .getFirst();
  }

  private static Cell named(List<Cell> cells, String variant) {
    return cells.stream().filter(cell -> cell.variant().equals(variant)).findAny().orElseThrow();
  }

  private static Count total(List<Count> quarters) {
    return quarters.stream().reduce(new Count(0, 0), Count::plus);
  }

  private static FigurePeriod next(FigurePeriod period) {
    return period.isYear()
        ? new FigurePeriod(period.year() + 1, 0)
        : period.quarter() == 4
            ? new FigurePeriod(period.year() + 1, 1)
            : new FigurePeriod(period.year(), period.quarter() + 1);
  }

  /** Men of whom some have active support, and others were not reached; one woman each. */
  private static List<Facts.Started> men(int supported, int others, @Nullable String programme) {
    return IntStream.range(0, supported + others)
        .mapToObj(i ->
            new Facts.Started(
                new UUID(supported, i),
                day(1),
                programme,
                i < supported ? 4 : 0,
                i < supported / 2))
        .toList();
  }

  private static LocalDate day(int number) {
    return LocalDate.of(2026, 1, 1).plusDays(number);
  }

  private static List<String> shown(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> !cell.suppressed())
        .map(cell -> "%s %d/%d".formatted(cell.variant(), cell.numerator(), cell.denominator()))
        .toList();
  }

  private static int numerator(Cell cell) {
    return cell.numerator() == null ? 0 : cell.numerator();
  }

  private static int denominator(Cell cell) {
    return cell.denominator() == null ? 0 : cell.denominator();
  }
}
