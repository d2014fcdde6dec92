package org.crossborough.safety.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.crossborough.chassis.audit.AuditTrail;
import org.crossborough.chassis.identity.Caller;

/** Writes down who saw or did what on the survivor side. */
@ApplicationScoped
public class CaseAudit {

  private static final String DISCLOSED = "DISCLOSED";

  private final AuditTrail trail;
  private final Caller caller;

  CaseAudit(AuditTrail trail, Caller caller) {
    this.trail = trail;
    this.caller = caller;
  }

  /** Whoever is at work. */
  public String actor() {
    return caller.name();
  }

  /** Commits the record of a reading; whatever is read must be read after this returned. */
  public void reading(String action, String subject, String purpose) {
    trail.recordBeforeDisclosure(new AuditTrail.Act(actor(), action, subject, purpose, DISCLOSED));
  }

  /** Records what the running transaction does. */
  public void done(String action, UUID subject) {
    trail.record(new AuditTrail.Act(actor(), action, subject.toString(), "CASEWORK", "DONE"));
  }
}
