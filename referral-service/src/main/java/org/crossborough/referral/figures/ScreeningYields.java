package org.crossborough.referral.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.crossborough.referral.figures.Counts.Screened;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Counts screenings by the service that made them, as far as the transaction may see them. */
@ApplicationScoped
class ScreeningYields {

  /** More services than London has; a name for every screening would be a misuse of the field. */
  static final int MOST_SERVICES = 2_000;

  private static final String COUNTED =
      """
      with made as (
        select s.borough_code, s.screening_organisation, s.result,
          s.result like 'POSITIVE\\_%' as positive,
          exists (select 1 from referral r where r.screening_id = s.id) as referred
        from screening s where s.screened_at >= :start and s.screened_at < :end {scope})
      select {service}, count(*),
        count(*) filter (where result <> 'INCOMPLETE'),
        count(*) filter (where positive),
        count(*) filter (where positive and referred),
        count(*) filter (where result = 'POSITIVE_CLIENT_DECLINED')
      from made {grouping}
      """;
  private static final String SERVICE = "borough_code, screening_organisation";
  private static final String BY_SERVICE =
      "group by 1, 2 order by borough_code, screening_organisation nulls first";

  private final Session session;

  ScreeningYields(Session session) {
    this.session = session;
  }

  /** A service's screenings; without a name, those of a borough that named none. */
  record Service(String boroughCode, @Nullable String organisation, Screened counts) {

    static Service of(@Nullable Object[] row) {
      return new Service(
          String.valueOf(row[0]),
          (String) row[1],
          new Screened(
              number(row[2]), number(row[3]), number(row[4]), number(row[5]), number(row[6])));
    }

    private static long number(@Nullable Object value) {
      return value instanceof Number number ? number.longValue() : 0;
    }
  }

  /** Service by service, by borough and name; the first {@link #MOST_SERVICES}. */
  List<Service> of(Period period, Scope scope) {
    return query(SERVICE, BY_SERVICE, period, scope)
        .setMaxResults(MOST_SERVICES)
        .getResultList()
        .stream()
        .map(Service::of)
        .toList();
  }

  /** All services together. */
  Screened together(Period period, Scope scope) {
    return Service.of(query("null, null", "", period, scope).getSingleResult()).counts();
  }

  private NativeQuery<Object[]> query(String service, String grouping, Period period, Scope scope) {
    String sql =
        COUNTED
            .replace("{scope}", scope.condition("s.borough_code"))
            .replace("{service}", service)
            .replace("{grouping}", grouping);
    NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
    query.setParameter("start", period.start()).setParameter("end", period.end());
    if (scope.borough() != null) {
      query.setParameter("borough", scope.borough());
    }
    return query;
  }
}
