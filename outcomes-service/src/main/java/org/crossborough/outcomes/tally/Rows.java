package org.crossborough.outcomes.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Asks the database a question: completes a query with what is asked, and reads its rows. */
@ApplicationScoped
class Rows {

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
    String complete =
        sql.replace("{group}", columns.group(question.by())).replace("{which}", which);
    NativeQuery<Object[]> query = session.createNativeQuery(complete, Object[].class);
    if (!question.isOfEveryBorough()) {
      query.setParameter("borough", question.boroughCode());
    }
    set(query, "from", question.from());
    set(query, "to", question.to());
    if (complete.contains(":today")) {
      query.setParameter("today", question.today());
    }
    return query.getResultList().stream().map(cells -> read.apply(new Row(cells))).toList();
  }

  private static void set(NativeQuery<?> query, String name, @Nullable LocalDate day) {
    if (day != null) {
      query.setParameter(name, day);
    }
  }
}
