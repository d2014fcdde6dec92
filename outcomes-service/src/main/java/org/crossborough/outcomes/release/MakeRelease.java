package org.crossborough.outcomes.release;

import static org.crossborough.outcomes.tally.Breakdown.NONE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.time.Ids;
import org.crossborough.outcomes.disclosure.Claim;
import org.crossborough.outcomes.disclosure.Counts;
import org.crossborough.outcomes.disclosure.Release;
import org.crossborough.outcomes.disclosure.ReleaseBuilder;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Finding;
import org.crossborough.outcomes.disclosure.ReleaseBuilder.Outcome;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.crossborough.outcomes.tally.Question;
import org.crossborough.outcomes.yearly.YearFigure;
import org.crossborough.outcomes.yearly.YearFigures;

/**
 * Releases a product for a period: counts, protects, attacks with everything that was said before,
 * and enters what is said now. All or nothing, and one at a time.
 */
@ApplicationScoped
class MakeRelease {

  // Periods end by the calendar on the wall.
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Headcount people;
  private final Ledger ledger;
  private final Releases releases;
  private final YearFigures yearFigures;

  MakeRelease(Headcount people, Ledger ledger, Releases releases, YearFigures yearFigures) {
    this.people = people;
    this.ledger = ledger;
    this.releases = releases;
    this.yearFigures = yearFigures;
  }

  /**
   * Makes the next version.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the period is not over, when
   *     nothing has changed, or when a reader could work out a small number: which, and why
   */
  KnownRelease make(
      FeedProduct product, String area, ReportingPeriod period, String by, Instant at) {
    if (!period.to().isBefore(LocalDate.ofInstant(at, LONDON))) {
      throw ReleaseProblem.PERIOD_NOT_OVER.because("It ends on %s.".formatted(period.to()));
    }
    ledger.lock();
    List<Built> built =
        product.sections().stream().map(section -> built(product, section, area, period)).toList();
    requireNothingDisclosed(built);
    List<Line> lines = built.stream().flatMap(Built::lines).toList();
    Optional<KnownRelease> before = releases.latest(product, area, period);
    before.ifPresent(last -> requireChanged(last, lines));
    KnownRelease release =
        new KnownRelease(
            Ids.next(),
            product,
            area,
            period,
            before.map(KnownRelease::version).orElse(0) + 1,
            product.policy().name(),
            at,
            by);
    releases.add(release, lines);
    if (product.isYearly() && release.version() == 1) {
      addYearFigures(release);
    }
    if (!product.policy().isExact()) {
      built.forEach(section -> ledger.enter(release.id(), section.layout(), section.claims()));
    }
    return release;
  }

  private void addYearFigures(KnownRelease release) {
    ReportingPeriod year = release.period();
    yearFigures.add(
        release.id(),
        new YearFigure.Stamp(year.toString(), release.policy(), release.asOf()),
        release.product().policy(),
        new Question(
            Caller.EVERY_BOROUGH,
            year.from(),
            year.to(),
            LocalDate.ofInstant(release.asOf(), LONDON),
            NONE));
  }

  private Built built(FeedProduct product, Section section, String area, ReportingPeriod period) {
    String borough = product.isOfOneBorough() ? area : Caller.EVERY_BOROUGH;
    List<Claim> entered =
        product.policy().isExact() ? List.of() : ledger.of(section.subject(), period.year());
    Layout layout = Layout.of(section, period, entered);
    Counts counts = people.of(layout, borough);
    List<Claim> said =
        entered.stream().flatMap(claim -> layout.fromLedger(claim).stream()).toList();
    // What is true of today's counts is still known; what is not tells of what changed since.
    List<Claim> known = said.stream().filter(claim -> holds(claim, counts)).toList();
    List<Claim> restated = said.stream().filter(claim -> !holds(claim, counts)).toList();
    return new Built(
        layout, ReleaseBuilder.build(layout.product(product.policy()), counts, known, restated));
  }

  private static boolean holds(Claim claim, Counts counts) {
    long people = counts.in(claim.group());
    return claim.low() <= people && people <= claim.high();
  }

  private static void requireNothingDisclosed(List<Built> built) {
    List<Violation> violations = new ArrayList<>();
    for (Built section : built) {
      section
          .findings()
          .map(finding -> violation(section.layout().section(), finding))
          .forEach(violations::add);
    }
    if (!violations.isEmpty()) {
      throw ReleaseProblem.WOULD_DISCLOSE.of(violations);
    }
  }

  private static Violation violation(Section section, Finding finding) {
    String bounds =
        finding.bounds().high() == Claim.ANY
            ? "at least %d".formatted(finding.bounds().low())
            : "%d to %d".formatted(finding.bounds().low(), finding.bounds().high());
    return new Violation(
        "%s[%s]".formatted(section.id(), finding.group()),
        "WOULD_BE_KNOWN",
        "%s; a reader would know: %s".formatted(finding.reason(), bounds));
  }

  private void requireChanged(KnownRelease last, List<Line> lines) {
    List<Line> shown = releases.linesOf(last.id()).stream().map(FeedCell::line).toList();
    if (shown.equals(lines)) {
      throw ReleaseProblem.UNCHANGED.because("It is version %d.".formatted(last.version()));
    }
  }

  /** What became of one table. */
  private record Built(Layout layout, Outcome outcome) {

    Stream<Finding> findings() {
      return outcome instanceof Outcome.Refused(List<Finding> findings)
          ? findings.stream()
          : Stream.empty();
    }

    Stream<Line> lines() {
      return release().stream().flatMap(release -> Lines.of(layout, release).stream());
    }

    List<Claim> claims() {
      return release().map(Release::claims).orElse(List.of());
    }

    private Optional<Release> release() {
      return outcome instanceof Outcome.Released(Release release)
          ? Optional.of(release)
          : Optional.empty();
    }
  }
}
