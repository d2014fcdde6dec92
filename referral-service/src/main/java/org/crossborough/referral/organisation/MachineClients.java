package org.crossborough.referral.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.hibernate.exception.ConstraintViolationException;

/** The machines that act for boroughs, as far as a transaction may see them. */
@ApplicationScoped
class MachineClients implements PanacheRepositoryBase<MachineClient, UUID> {

  private static final String EXCLUDED = "23P01";
  private static final String NOT_THERE = "23503";

  /** Stores a registration; the database alone can tell whether the days are taken. */
  void add(MachineClient client, String boroughCode) {
    try {
      persistAndFlush(client);
    } catch (ConstraintViolationException violation) {
      String state = violation.getSQLState();
      if (EXCLUDED.equals(state)) {
        throw OrganisationProblem.CLIENT_REGISTERED.because(
            "A client acts for one borough at a time, and is registered for it once.");
      }
      if (NOT_THERE.equals(state)) {
        throw OrganisationProblem.NOT_FOUND.because(
            "No borough %s or no organisation of this id is registered.".formatted(boroughCode));
      }
      throw violation;
    }
  }

  MachineClient requireForChange(UUID id, String boroughCode) {
    return find("id = ?1 and boroughCode = ?2", id, boroughCode)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(
            () -> OrganisationProblem.CLIENT_NOT_FOUND.because("The borough has no such client."));
  }

  /** A page's rows, newest first. */
  List<MachineClient> newestFirst(String boroughCode, UUID before, int limit) {
    return find("boroughCode = ?1 and id < ?2 order by id desc", boroughCode, before)
        .range(0, Page.rows(limit) - 1)
        .list();
  }
}
