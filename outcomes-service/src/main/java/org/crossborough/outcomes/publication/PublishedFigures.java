package org.crossborough.outcomes.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What other services have released, the latest word on each period. */
@ApplicationScoped
public class PublishedFigures {

  private final Session session;

  PublishedFigures(Session session) {
    this.session = session;
  }

  /**
   * Keeps a figure unless a later publication has replaced it already; of two of the same moment
   * one wins whichever came first.
   */
  void keep(PublishedFigure figure) {
    session
        .createNativeMutationQuery(
            """
            insert into published_figure (period, metric, variant, policy, numerator, denominator,
                                          suppressed, published_at)
            values (:period, :metric, :variant, :policy, :numerator, :denominator,
                    :suppressed, :at)
            on conflict (period, metric, variant) do update
            set policy = excluded.policy, numerator = excluded.numerator,
                denominator = excluded.denominator, suppressed = excluded.suppressed,
                published_at = excluded.published_at
            where (published_figure.published_at, published_figure.policy,
                   published_figure.suppressed, coalesce(published_figure.numerator, -1),
                   coalesce(published_figure.denominator, -1))
                < (excluded.published_at, excluded.policy, excluded.suppressed,
                   coalesce(excluded.numerator, -1), coalesce(excluded.denominator, -1))
            """)
        .setParameter("period", figure.period())
        .setParameter("metric", figure.metric())
        .setParameter("variant", figure.variant())
        .setParameter("policy", figure.policy())
        .setParameter("numerator", figure.numerator(), Integer.class)
        .setParameter("denominator", figure.denominator(), Integer.class)
        .setParameter("suppressed", figure.suppressed())
        .setParameter("at", figure.publishedAt())
        .executeUpdate();
  }

  /**
   * Each metric's figures of the latest year that was released; of its latest quarter while the
   * year itself is not out. In the order of their variants.
   *
   * @param asOf only what had been released by then; null for everything
   */
  public List<PublishedFigure> latest(@Nullable Instant asOf) {
    return session
        .createNativeQuery(
            """
            select period, metric, variant, policy, numerator, denominator, suppressed,
                   published_at
            from published_figure f
            where published_at <= coalesce(cast(:asOf as timestamptz), 'infinity') and period = (
              select period from published_figure of_metric
              where of_metric.metric = f.metric
                and of_metric.published_at <= coalesce(cast(:asOf as timestamptz), 'infinity')
              order by left(period, 4) desc, length(period), period desc limit 1)
            order by metric, variant
            """,
            Object[].class)
        .setParameter("asOf", asOf, Instant.class)
        .addScalar("period", String.class)
        .addScalar("metric", String.class)
        .addScalar("variant", String.class)
        .addScalar("policy", String.class)
        .addScalar("numerator", Integer.class)
        .addScalar("denominator", Integer.class)
        .addScalar("suppressed", Boolean.class)
        .addScalar("published_at", Instant.class)
        .stream()
        .map(PublishedFigures::figure)
        .toList();
  }

  private static PublishedFigure figure(Object[] row) {
    return new PublishedFigure(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (Integer) row[4],
        (Integer) row[5],
        (Boolean) row[6],
        (Instant) row[7]);
  }
}
