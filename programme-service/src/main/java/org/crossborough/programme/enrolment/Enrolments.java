package org.crossborough.programme.enrolment;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.run.ScheduledRuns.RunDesign;

/** All enrolments. */
@ApplicationScoped
class Enrolments implements PanacheRepositoryBase<Enrolment, UUID> {

  private static final Set<EnrolmentStatus> ON_PROGRAMME =
      Set.of(EnrolmentStatus.PLANNED, EnrolmentStatus.ACTIVE, EnrolmentStatus.SUSPENDED);
  // First who has started, then in the order of allocation.
  private static final Comparator<Enrolment> FIRST_SERVED =
      Comparator.comparing((Enrolment enrolment) -> enrolment.startedOn() == null)
          .thenComparing(Enrolment::id);

  private final ScheduledRuns runs;

  Enrolments(ScheduledRuns runs) {
    this.runs = runs;
  }

  Enrolment get(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> EnrolmentProblem.NOT_FOUND.because("No enrolment has this id."));
  }

  Optional<Enrolment> ofReferral(UUID referralId) {
    return find("referralId", referralId).firstResultOptional();
  }

  /** Who has a place on a run now; those who were transferred away are not among them. */
  List<Enrolment> ofRun(UUID runId, UUID before, int rows) {
    return find(
            """
            from Enrolment e where e.id < ?2 and exists (select 1 from EnrolmentPlace p
            where p.enrolment = e and p.runId = ?1 and (p.untilOn is null or e.status = CLOSED))
            order by e.id desc
            """,
            runId,
            before)
        .page(0, rows)
        .list();
  }

  /** Whoever has or had a place on a run. */
  List<Enrolment> everOfRun(UUID runId) {
    return list(
        """
        from Enrolment e where exists (select 1 from EnrolmentPlace p
        where p.enrolment = e and p.runId = ?1) order by e.id
        """,
        runId);
  }

  /** The suspended whose review is due by a day, newest enrolments first. */
  List<Enrolment> reviewsDue(LocalDate by, UUID before, int rows) {
    return find("reviewOn <= ?1 and id < ?2 order by id desc", by, before).page(0, rows).list();
  }

  List<Enrolment> ofPerson(UUID personId) {
    return list("personId", personId);
  }

  /** Locked in one order, so that two registers with the same men wait instead of deadlocking. */
  List<Enrolment> lock(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** The places of these enrolments, by enrolment. */
  Map<UUID, List<EnrolmentPlace>> places(Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            "from EnrolmentPlace p where p.enrolment.id in ?1 order by p.id", EnrolmentPlace.class)
        .setParameter(1, ids)
        .getResultList()
        .stream()
        .collect(groupingBy(EnrolmentPlace::enrolmentId));
  }

  /** Lets nobody else give a place on this run until the transaction ends. */
  void lockPlacesOf(UUID runId) {
    var _ =
        OneColumn.query(
                getEntityManager(),
                "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)",
                String.class)
            .setParameter(1, runId.toString())
            .getSingleResult();
  }

  /** How many places of a run are taken, those of men not started yet among them. */
  long taken(UUID runId) {
    return count("runId = ?1 and status in ?2", runId, ON_PROGRAMME)
        + count("followOnRunId = ?1 and status = ?2", runId, EnrolmentStatus.FOLLOW_ON);
  }

  /**
   * Those allocated to runs that others fill already. An allocation is another service's fact and
   * cannot be refused; it follows from who else is there, so that the order in which facts arrive
   * and whoever leaves are always taken into account.
   */
  Set<UUID> overCapacity(Collection<UUID> runIds) {
    if (runIds.isEmpty()) {
      return Set.of();
    }
    Map<UUID, RunDesign> designs = runs.designs(runIds);
    Map<UUID, List<Enrolment>> byRun =
        list("runId in ?1 and status in ?2", runIds, ON_PROGRAMME).stream()
            .collect(groupingBy(Enrolment::runId));
    Set<UUID> over = new HashSet<>();
    byRun.forEach((run, men) -> {
      RunDesign design = designs.get(run);
      int places = design == null ? 0 : design.capacity();
      men.stream().sorted(FIRST_SERVED).skip(places).map(Enrolment::id).forEach(over::add);
    });
    return over;
  }
}
