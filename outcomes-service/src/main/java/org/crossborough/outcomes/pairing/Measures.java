package org.crossborough.outcomes.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;

/** The numbers of all TOPs, one compact row each. */
@ApplicationScoped
public class Measures {

  private static final String DAYS = String.join(", ", Measure.SUBSTANCES);
  private static final String INSERT =
      """
      insert into top_measure
        (top_record_id, person_id, borough_code, stage, interviewed_on, %s, quality_of_life)
      values (:record, :person, :borough, :stage, :on, :%s, :life)
      """
          .formatted(DAYS, String.join(", :", Measure.SUBSTANCES));
  private static final String OF_STARTERS =
      """
      select top_record_id, person_id, stage, interviewed_on, %s, quality_of_life
      from top_measure
      where person_id in (
        select person_id from participation join known_run using (run_id)
        where first_countable_on is not null and :borough in ('*', borough_code))
      """
          .formatted(DAYS);

  private static final int FIRST_DAYS = 4;

  private final Session session;

  Measures(Session session) {
    this.session = session;
  }

  /** Adds the numbers of a TOP that a borough sent. */
  public void add(Measure measure, String boroughCode) {
    MutationQuery insert =
        session
            .createNativeMutationQuery(INSERT)
            .setParameter("record", measure.topRecordId())
            .setParameter("person", measure.personId())
            .setParameter("borough", boroughCode)
            .setParameter("stage", measure.stage().name())
            .setParameter("on", measure.interviewedOn())
            .setParameter("life", measure.qualityOfLife(), Integer.class);
    for (String substance : Measure.SUBSTANCES) {
      insert.setParameter(substance, measure.days().get(substance), Integer.class);
    }
    insert.executeUpdate();
  }

  /** The measures of every man who started on a run of a borough, or of any with {@code *}. */
  public List<Measure> ofStarters(String boroughCode) {
    NativeQuery<Object[]> query =
        session
            .createNativeQuery(OF_STARTERS, Object[].class)
            .addScalar("top_record_id", UUID.class)
            .addScalar("person_id", UUID.class)
            .addScalar("stage", String.class)
            .addScalar("interviewed_on", LocalDate.class);
    Measure.SUBSTANCES.forEach(substance -> query.addScalar(substance, Integer.class));
    return query
        .addScalar("quality_of_life", Integer.class)
        .setParameter("borough", boroughCode)
        .stream()
        .map(Measures::measure)
        .toList();
  }

  private static Measure measure(Object[] row) {
    Map<String, Integer> days = new HashMap<>();
    for (int i = 0; i < Measure.SUBSTANCES.size(); i++) {
      if (row[FIRST_DAYS + i] instanceof Integer used) {
        days.put(Measure.SUBSTANCES.get(i), used);
      }
    }
    return new Measure(
        (UUID) row[0],
        (UUID) row[1],
        Stage.valueOf((String) row[2]),
        (LocalDate) row[3],
        days,
        (Integer) row[FIRST_DAYS + Measure.SUBSTANCES.size()]);
  }
}
