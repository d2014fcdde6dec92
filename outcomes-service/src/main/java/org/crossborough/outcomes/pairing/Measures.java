package org.crossborough.outcomes.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** The numbers of all TOPs, one compact row each. */
@ApplicationScoped
public class Measures {

  private static final String DAYS = String.join(", ", Measure.SUBSTANCES);
  private static final String AMOUNTS =
      Measure.SUBSTANCES.stream().map("%s_amount"::formatted).collect(Collectors.joining(", "));
  private static final String INSERT =
      """
      insert into top_measure
        (top_record_id, person_id, borough_code, stage, interviewed_on, psychological_health,
         physical_health, quality_of_life, care_coordinator, treatment_started_on,
         in_window, %s, %s)
      values (:record, :person, :borough, :stage, :on, :mind, :body, :life, :coordinator, :treatment,
              :window, :%s, :%s)
      """
          .formatted(DAYS, AMOUNTS, DAYS.replace(", ", ", :"), AMOUNTS.replace(", ", ", :"));

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
            .setParameter("mind", measure.psychologicalHealth(), Integer.class)
            .setParameter("body", measure.physicalHealth(), Integer.class)
            .setParameter("life", measure.qualityOfLife(), Integer.class)
            .setParameter("coordinator", measure.careCoordinator())
            .setParameter("treatment", measure.treatmentStartedOn(), LocalDate.class)
            .setParameter("window", measure.inWindow(), Boolean.class);
    for (String substance : Measure.SUBSTANCES) {
      insert.setParameter(substance, measure.days().get(substance), Integer.class);
      insert.setParameter(
          substance + "_amount", measure.amounts().get(substance), BigDecimal.class);
    }
    insert.executeUpdate();
  }
}
