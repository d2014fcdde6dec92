package org.crossborough.safety.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.crossborough.chassis.audit.AuditTrail;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;

/** Writes down who saw or did what on the survivor side. */
@ApplicationScoped
public class CaseAudit {

  private static final String DISCLOSED = "DISCLOSED";
  private static final String REFUSED = "REFUSED";

  private final AuditTrail trail;
  private final Caller caller;
  private final BrowsingLimit reading;
  private final SearchLimit searching;
  private final Alerts alerts;

  CaseAudit(
      AuditTrail trail,
      Caller caller,
      BrowsingLimit reading,
      SearchLimit searching,
      Alerts alerts) {
    this.trail = trail;
    this.caller = caller;
    this.reading = reading;
    this.searching = searching;
    this.alerts = alerts;
  }

  /** Whoever is at work. */
  public String actor() {
    return caller.name();
  }

  /** Commits the record of a reading; whatever is read must be read after this returned. */
  public void reading(String action, String subject, String purpose) {
    var _ = committed(() -> recorded(action, subject, purpose, true));
  }

  /**
   * Commits the record of a reading about one person, unless the reader has read about too many:
   * then the answer is the one for a case that does not exist.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for one reading too many, 503 when the
   *     record cannot be kept
   */
  public void reading(String action, UUID caseId, String purpose) {
    if (!admits(action, caseId, purpose)) {
      throw RequestProblem.NOT_FOUND.builder().build();
    }
  }

  /**
   * Commits the record of a reading about one person among several; false, and written down as
   * refused, when the reader has read about too many.
   */
  public boolean admits(String action, UUID caseId, String purpose) {
    boolean admitted =
        committed(
            () -> recorded(action, caseId.toString(), purpose, reading.admits(actor(), caseId)));
    if (!admitted) {
      alerts.raise(Alerts.Alert.BROWSING);
    }
    return admitted;
  }

  /**
   * Commits the record of a search, of which nobody writes down for what.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 for one search too many, 503 when the
   *     record cannot be kept
   */
  public void searching(String purpose) {
    boolean admitted =
        committed(
            () -> recorded("SEARCH_SURVIVOR_CASES", "search", purpose, searching.admits(actor())));
    if (!admitted) {
      alerts.raise(Alerts.Alert.BROWSING);
      throw AccessProblem.SEARCHED_TOO_OFTEN
          .builder()
          .withHeader("Retry-After", SearchLimit.WINDOW.toSeconds())
          .build();
    }
  }

  private boolean recorded(String action, String subject, String purpose, boolean admitted) {
    String outcome = admitted ? DISCLOSED : REFUSED;
    trail.record(new AuditTrail.Act(actor(), action, subject, purpose, outcome));
    return admitted;
  }

  private boolean committed(Callable<Boolean> recording) {
    try {
      return QuarkusTransaction.requiringNew().call(recording);
    } catch (RuntimeException blocked) {
      // Without a record there is no reading, and the log may not hear of whom.
      alerts.raise(Alerts.Alert.AUDIT_BLOCKED);
      throw RequestProblem.UNAVAILABLE.builder().build();
    }
  }

  /** Records what the running transaction does to something that is no single case. */
  public void done(String action, String subject, String purpose) {
    trail.record(new AuditTrail.Act(actor(), action, subject, purpose, "DONE"));
  }

  /** Records what the running transaction does. */
  public void done(String action, UUID subject) {
    trail.record(new AuditTrail.Act(actor(), action, subject.toString(), "CASEWORK", "DONE"));
  }
}
