package org.crossborough.safety.casebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.jspecify.annotations.Nullable;

/**
 * Opens cases for whoever works on them. A case that is not there, and one whose person's key was
 * destroyed, are the same answer.
 */
@ApplicationScoped
public class Casebook {

  private final SurvivorCases cases;
  private final AtRiskPeople people;
  private final CaseAudit audit;

  Casebook(SurvivorCases cases, AtRiskPeople people, CaseAudit audit) {
    this.cases = cases;
    this.people = people;
    this.audit = audit;
  }

  /**
   * Opens a case for reading: to a sign-in that is strong enough, for a stated purpose, and after
   * the record of the reading was committed.
   */
  public OpenCase read(UUID id, String action, @Nullable String purpose) {
    return opened(cases.read(id, action, purpose));
  }

  /**
   * Opens a case for adding to it. A version of the case may be stated and must then be the current
   * one; it need not be, since what keeps somebody safe never waits for a fresh reading.
   */
  public OpenCase addTo(UUID id, HttpHeaders headers) {
    boolean stated = headers.getHeaderString(HttpHeaders.IF_MATCH) != null;
    return opened(stated ? cases.seen(id, headers) : cases.known(id));
  }

  /** Opens a case for changing something in it that has a version of its own. */
  public OpenCase changeIn(UUID id) {
    return opened(cases.known(id));
  }

  /** Whoever is at work. */
  public String actor() {
    return audit.actor();
  }

  /** Records what the running transaction does to a case. */
  public void done(String action, UUID caseId) {
    audit.done(action, caseId);
  }

  private OpenCase opened(SurvivorCases.Known known) {
    return people
        .key(known.personId())
        .map(key -> new OpenCase(known, key))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }
}
