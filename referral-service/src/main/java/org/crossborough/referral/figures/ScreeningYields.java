package org.crossborough.referral.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.figures.Counts.Screened;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Counts screenings by the service that made them, as far as the transaction may see them. */
@ApplicationScoped
class ScreeningYields {

  private static final String COUNTED =
      """
      with made as (
        select s.borough_code, s.screening_organisation, s.result,
          s.result like 'POSITIVE\\_%' as positive,
          exists (select 1 from referral r where r.screening_id = s.id) as referred
        from screening s where s.screened_at >= :start and s.screened_at < :end {scope} {place})
      select {service}, count(*),
        count(*) filter (where result <> 'INCOMPLETE'),
        count(*) filter (where positive),
        count(*) filter (where positive and referred),
        count(*) filter (where result = 'POSITIVE_CLIENT_DECLINED')
      from made {grouping}
      """;
  private static final String SERVICE = "borough_code, screening_organisation";
  private static final String NAME_KEY =
      "(case when screening_organisation is null then '' else '1' || screening_organisation end)"
          + " collate \"C\"";
  private static final String BY_SERVICE = "group by 1, 2 order by borough_code, " + NAME_KEY;
  private static final String BEHIND =
      "and (s.borough_code, " + NAME_KEY + ") > (:borough_seen, :name_seen)";

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

  /** Service by service, by borough and name: a page's rows, all behind a place. */
  List<Service> of(Period period, Scope scope, ServiceCursor after, int limit) {
    return query(new Shape(SERVICE, BY_SERVICE, BEHIND), period, scope)
        .setParameter("borough_seen", after.boroughCode())
        .setParameter("name_seen", after.nameKey())
        .setMaxResults(Page.rows(limit))
        .getResultList()
        .stream()
        .map(Service::of)
        .toList();
  }

  /** All services together. */
  Screened together(Period period, Scope scope) {
    return Service.of(query(new Shape("null, null", "", ""), period, scope).getSingleResult())
        .counts();
  }

  /** By what is counted: the columns, how they are grouped, and from which place on. */
  private record Shape(String service, String grouping, String place) {}

  private NativeQuery<Object[]> query(Shape shape, Period period, Scope scope) {
    String sql =
        COUNTED
            .replace("{scope}", scope.condition("s.borough_code"))
            .replace("{place}", shape.place)
            .replace("{service}", shape.service)
            .replace("{grouping}", shape.grouping);
    NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
    query.setParameter("start", period.start()).setParameter("end", period.end());
    if (scope.borough() != null) {
      query.setParameter("borough", scope.borough());
    }
    return query;
  }
}
