package org.crossborough.referral.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads appointments in one statement, whose cost does not grow with how many there ever were. */
@ApplicationScoped
class CalendarEntries {

  /**
   * More than anybody's calendar holds; if ever there are more, the latest are the ones to keep.
   */
  private static final int MOST = 1000;

  private final Session database;

  CalendarEntries(Session database) {
    this.database = database;
  }

  /**
   * Appointments that begin after an instant, what was cancelled among them, latest first.
   *
   * @param assessor whose; null for everybody's
   * @param borough the referring borough; null for all
   */
  List<CalendarEntry> after(Instant from, @Nullable String assessor, @Nullable String borough) {
    String sql =
        """
        select a.id, r.reference, a.starts_at, a.minutes, a.place, a.status = 'CANCELLED',
          cast(a.version as int), coalesce(a.closed_at, a.recorded_at)
        from assessment_appointment a join referral r on r.id = a.referral_id
        where a.starts_at > :from %s %s
        order by a.starts_at desc, a.id desc
        """
            .formatted(
                assessor == null ? "" : "and a.assessor = :assessor",
                borough == null ? "" : "and a.borough_code = :borough");
    NativeQuery<Tuple> query =
        database.createNativeQuery(sql, Tuple.class).setParameter("from", from).setMaxResults(MOST);
    if (assessor != null) {
      query.setParameter("assessor", assessor);
    }
    if (borough != null) {
      query.setParameter("borough", borough);
    }
    return query.getResultList().stream().map(CalendarEntries::entry).toList();
  }

  private static CalendarEntry entry(Tuple row) {
    return new CalendarEntry(
        row.get(0, UUID.class).toString(),
        row.get(1, String.class),
        row.get(2, Instant.class),
        row.get(3, Integer.class),
        row.get(4, String.class),
        row.get(5, Boolean.class),
        row.get(6, Integer.class),
        row.get(7, Instant.class));
  }
}
