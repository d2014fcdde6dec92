package org.crossborough.outcomes.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.crossborough.outcomes.pairing.MeasuresThen;
import org.crossborough.outcomes.pathway.KnownThen;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Asks the database a question: completes a query with what is asked, and reads its rows. */
@ApplicationScoped
class Rows {

  private static final String WITH = "with ";

  private final Session session;

  Rows(Session session) {
    this.session = session;
  }

  /**
   * Where a metric's own borough, day and groups are found.
   *
   * @param borough the column of the borough that a figure is of
   * @param day the date that puts a figure into a period
   * @param source the kind of referrer, or {@code ''} where none is known
   * @param programme the template, or {@code ''} where none is known
   */
  record Columns(String borough, String day, String source, String programme) {

    private String group(Breakdown by) {
      return switch (by) {
        case NONE -> "cast('' as text)";
        case BOROUGH -> borough;
        case QUARTER -> Breakdown.quarterOf(day);
        case SOURCE -> source;
        case PROGRAMME -> programme;
      };
    }
  }

  /** One row, read by the names of its columns in their order: the group, then numbers. */
  record Row(Object[] cells) {

    String group() {
      return cells[0] instanceof String group ? group : "NOT_KNOWN";
    }

    String text(int cell) {
      return String.valueOf(cells[cell]);
    }

    /** A number; 0 when there is none. */
    long number(int cell) {
      return cells[cell] instanceof Number number ? number.longValue() : 0;
    }
  }

  /** The rows of a query with {@code {group}} and {@code {which}} in it. */
  <T> List<T> of(String sql, Columns columns, Question question, Function<Row, T> read) {
    String which =
        (question.isOfEveryBorough() ? "true" : columns.borough() + " = :borough")
            + (question.from() == null ? "" : " and " + columns.day() + " >= :from")
            + (question.to() == null ? "" : " and " + columns.day() + " <= :to");
    String present = sql.replace("{group}", columns.group(question.by())).replace("{which}", which);
    String complete = question.asOf() == null ? present : ofWhatWasKnown(present);
    NativeQuery<Object[]> query = session.createNativeQuery(complete, Object[].class);
    if (!question.isOfEveryBorough()) {
      query.setParameter("borough", question.boroughCode());
    }
    set(query, "from", question.from());
    set(query, "to", question.to());
    if (complete.contains(":today")) {
      query.setParameter("today", question.today());
    }
    if (question.asOf() != null) {
      query
          .setParameter("asOf", question.asOf().atOffset(ZoneOffset.UTC))
          .setParameter("reader", question.boroughCode());
    }
    return query.getResultList().stream().map(cells -> read.apply(new Row(cells))).toList();
  }

  /** The same query, of relations that stand in front of the tables of their names. */
  private static String ofWhatWasKnown(String sql) {
    String known = "with %s, %s".formatted(KnownThen.relations(), MeasuresThen.relations());
    return sql.startsWith(WITH) ? known + ", " + sql.substring(WITH.length()) : known + " " + sql;
  }

  private static void set(NativeQuery<?> query, String name, @Nullable LocalDate day) {
    if (day != null) {
      query.setParameter(name, day);
    }
  }
}
