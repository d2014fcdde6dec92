package org.crossborough.referral.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.assessment.Appointment.Status;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralCase;

/** Appointments, agreements and assessments: what a transaction may see of them. */
@ApplicationScoped
class AssessmentRecords implements ReferralCase.AfterTheEnd {

  private final EntityManager database;

  AssessmentRecords(EntityManager database) {
    this.database = database;
  }

  void add(Object entry) {
    database.persist(entry);
    database.flush();
  }

  void flush() {
    database.flush();
  }

  /** The appointment of an id, if it is one of the referral's. */
  Optional<Appointment> appointment(UUID referralId, UUID id) {
    return database
        .createQuery(
            "select a from Appointment a where a.id = :id and a.referralId = :referral",
            Appointment.class)
        .setParameter("id", id)
        .setParameter("referral", referralId)
        .getResultStream()
        .findFirst();
  }

  /** The same; 404 when there is none. */
  Appointment requireAppointment(UUID referralId, UUID id) {
    return appointment(referralId, id)
        .orElseThrow(() ->
            AssessmentProblem.APPOINTMENT_NOT_FOUND.because(
                "The referral has no appointment with this id."));
  }

  /**
   * Cancels the appointments that are still open: nobody is to wait in a room for a man who is not
   * expected any more.
   */
  @Override
  public void afterTheEnd(UUID referralId, Occasion occasion) {
    database
        .createQuery(
            """
            update versioned Appointment a
            set a.status = :cancelled, a.reasonCode = :why, a.closedAt = :at, a.closedBy = :by
            where a.referralId = :referral and a.status = :offered
            """)
        .setParameter("cancelled", Status.CANCELLED)
        .setParameter("why", Appointment.Cancellation.REFERRAL_ENDED)
        .setParameter("at", occasion.at())
        .setParameter("by", occasion.by())
        .setParameter("referral", referralId)
        .setParameter("offered", Status.OFFERED)
        .executeUpdate();
  }

  /** How many appointments the man missed on the referral's present way. */
  long missed(ReferralCase referral) {
    return database
        .createQuery(
            """
            select count(*) from Appointment a
            where a.referralId = :referral and a.round = :round and a.status = :missed
            """,
            Long.class)
        .setParameter("referral", referral.id())
        .setParameter("round", referral.round())
        .setParameter("missed", Status.NOT_ATTENDED)
        .getSingleResult();
  }

  /** A page's rows of one kind, newest first. */
  <E> List<E> newestFirst(Class<E> kind, UUID referralId, UUID before, int limit) {
    String query =
        "select e from %s e where e.referralId = :referral and e.id < :before order by e.id desc"
            .formatted(kind.getSimpleName());
    return database
        .createQuery(query, kind)
        .setParameter("referral", referralId)
        .setParameter("before", before)
        .setMaxResults(Page.rows(limit))
        .getResultList();
  }
}
