package org.crossborough.outcomes.yearly;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.tally.Figure;
import org.crossborough.outcomes.tally.Method;
import org.crossborough.outcomes.tally.Question;
import org.crossborough.outcomes.tally.Shown;
import org.crossborough.outcomes.tally.Tallies;
import org.crossborough.outcomes.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the catalogue that are no counts. The attack on counts does not hold them, so that
 * they leave once: for a whole financial year, with its first release, and never for any other
 * period. Nobody has two of them to subtract.
 */
@ApplicationScoped
public class YearFigures {

  /** What leaves so, by every method there is. */
  private static final Map<String, List<Method>> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("M-09", List.of(Method.QUANTILE));
    METRICS.put("M-10", List.of(Method.QUANTILE));
    METRICS.put("M-11", List.of(Method.SUM));
    METRICS.put("M-14", List.of(Method.RATIO_OF_SUMS));
    METRICS.put(
        "M-21",
        List.of(
            Method.RATIO_OF_SUMS,
            Method.MEAN_OF_INDIVIDUAL,
            Method.DAY_DIFFERENCE,
            Method.PRIMARY_SUBSTANCE,
            Method.UNPAIRED_MEANS,
            Method.AMOUNT_WEIGHTED));
    METRICS.put(
        "M-22",
        List.of(
            Method.RATIO_OF_SUMS,
            Method.SCALE_POINTS,
            Method.MEAN_OF_INDIVIDUAL,
            Method.SHARE_IMPROVED));
    METRICS.put("M-24", List.of(Method.DAY_DIFFERENCE));
  }

  private static final List<String> PAIRED = List.of("M-21", "M-22", "M-24");

  private final AgroalDataSource dataSource;
  private final Tallies tallies;

  YearFigures(AgroalDataSource dataSource, Tallies tallies) {
    this.dataSource = dataSource;
    this.tallies = tallies;
  }

  /**
   * Counts the figures of a year and keeps them with its first release.
   *
   * @param question about all of London, and the days of the year
   */
  public void add(
      UUID release, YearFigure.Stamp stamp, DisclosurePolicy policy, Question question) {
    Terms terms = new Terms(stamp, policy);
    List<YearFigure> figures = new ArrayList<>();
    METRICS.forEach((metric, methods) -> {
      if (PAIRED.contains(metric)) {
        for (PairAnchor anchor : PairAnchor.values()) {
          figures.addAll(changes(metric, methods, question.around(anchor), terms));
        }
      } else {
        figures.addAll(of(metric, methods, question, terms, new People(null, null, null)));
      }
    });
    keep(release, figures);
  }

  /** Under which stamp and policy figures are shown. */
  private record Terms(YearFigure.Stamp stamp, DisclosurePolicy policy) {}

  /** Who is in a change of pairs, and who might have been. */
  private record People(
      @Nullable PairAnchor anchor, @Nullable Long paired, @Nullable Long started) {}

  private List<YearFigure> changes(
      String metric, List<Method> methods, Question question, Terms terms) {
    DisclosurePolicy policy = terms.policy();
    // A method may leave men out who have both TOPs all the same: the first leaves out nobody.
    long paired = behind(tallies.of(metric, methods.getFirst(), question));
    return of(
        metric,
        methods,
        question,
        terms,
        new People(
            question.anchor(),
            policy.count(paired).shown(),
            policy.count(started(question)).shown()));
  }

  private List<YearFigure> of(
      String metric, List<Method> methods, Question question, Terms terms, People people) {
    return methods.stream()
        .flatMap(method ->
            tallies.of(metric, method, question).stream()
                .filter(tally -> isNoCount(metric, tally))
                .map(tally ->
                    new YearFigure(
                        metric,
                        method,
                        tally.variant(),
                        people.anchor(),
                        Shown.of(tally.figure(), terms.policy()),
                        people.paired(),
                        people.started(),
                        terms.stamp())))
        .toList();
  }

  /** A share that stands beside quantiles is a count, and leaves with the lines. */
  private static boolean isNoCount(String metric, Tally tally) {
    return PAIRED.contains(metric) || !(tally.figure() instanceof Figure.Share);
  }

  private long started(Question question) {
    return tallies.of("M-08", Method.COUNT_RATIO, question).stream()
        .mapToLong(tally -> tally.figure() instanceof Figure.Share share ? share.part() : 0)
        .sum();
  }

  private static long behind(List<Tally> counted) {
    return counted.stream().mapToLong(tally -> tally.figure().behind()).max().orElse(0);
  }

  private void keep(UUID release, List<YearFigure> figures) {
    String sql =
        """
        insert into released_figure (release_id, place, metric, method, variant, anchor,
                                     numerator, denominator, value, suppressed, people, paired,
                                     started)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int place = 0;
      for (YearFigure figure : figures) {
        Shown shown = figure.shown();
        @Nullable Object[] values = {
          release,
          ++place,
          figure.metric(),
          figure.method().name(),
          figure.variant(),
          figure.anchor() == null ? null : figure.anchor().name(),
          shown.numerator(),
          shown.denominator(),
          shown.value(),
          shown.suppressed(),
          shown.people(),
          figure.paired(),
          figure.started()
        };
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
      }
      var _ = statement.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("The figures of a year could not be kept", failure);
    }
  }

  /**
   * The figures of the newest year that had been released by a moment; none before there is one.
   */
  public List<YearFigure> newest(Instant asOf) {
    String sql =
        """
        select f.metric, f.method, f.variant, f.anchor, f.numerator, f.denominator, f.value, f.suppressed,
               f.people, f.paired, f.started, r.period, r.policy, r.as_of
        from released_figure f join feed_release r on r.id = f.release_id
        where r.id = (select n.id from feed_release n
                      where exists (select from released_figure o where o.release_id = n.id)
                        and n.as_of <= ?
                      order by n.period desc limit 1)
        order by f.place
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, asOf.atOffset(ZoneOffset.UTC));
      List<YearFigure> figures = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          figures.add(figure(row));
        }
      }
      return figures;
    } catch (SQLException failure) {
      throw new IllegalStateException("The figures of a year could not be read", failure);
    }
  }

  private static YearFigure figure(ResultSet row) throws SQLException {
    String anchor = row.getString(4);
    return new YearFigure(
        row.getString(1),
        Method.valueOf(row.getString(2)),
        row.getString(3),
        anchor == null ? null : PairAnchor.valueOf(anchor),
        new Shown(
            row.getObject(5, Long.class),
            row.getObject(6, Long.class),
            row.getString(7),
            row.getBoolean(8),
            row.getObject(9, Long.class)),
        row.getObject(10, Long.class),
        row.getObject(11, Long.class),
        new YearFigure.Stamp(
            row.getString(12),
            row.getString(13),
            row.getObject(14, OffsetDateTime.class).toInstant()));
  }
}
