package org.crossborough.outcomes.top;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.time.Ids;
import org.crossborough.outcomes.form.TopForm;
import org.crossborough.outcomes.top.Supersessions.Reason;
import org.crossborough.outcomes.top.Supersessions.Supersession;
import org.jspecify.annotations.Nullable;

/** Puts a record in the place of another; both stay readable. */
@ApplicationScoped
class SupersedeTop {

  private final TopRecords records;
  private final Standings standings;
  private final Supersessions supersessions;
  private final TakeInTop intake;
  private final Caller caller;

  SupersedeTop(
      TopRecords records,
      Standings standings,
      Supersessions supersessions,
      TakeInTop intake,
      Caller caller) {
    this.records = records;
    this.standings = standings;
    this.supersessions = supersessions;
    this.intake = intake;
    this.caller = caller;
  }

  /**
   * Supersedes a record.
   *
   * @return the record that counts instead; the old one when it was another man's and none does
   */
  TopRecord supersede(
      TopRecord old, Reason reason, @Nullable TopForm form, HttpHeaders headers, Instant now) {
    records.lock(old.referralId());
    Standings.Standing standing = standings.of(old);
    if (standing.superseded() != null) {
      throw TopProblem.ALREADY_SUPERSEDED.because("Supersede the record that took its place.");
    }
    EntityVersion.require(headers, standing.version());
    requireFitting(old, reason, form);
    // Not counted from here on, so that the new one is not held against it.
    if (form == null) {
      supersessions.add(
          new Supersession(old.id(), null, reason, now), old.boroughCode(), caller.name());
      return old;
    }
    UUID next = Ids.next();
    supersessions.add(
        new Supersession(old.id(), next, reason, now), old.boroughCode(), caller.name());
    return intake.takeIn(next, form, now, caller.client());
  }

  private static void requireFitting(TopRecord old, Reason reason, @Nullable TopForm form) {
    boolean otherMan = reason == Reason.WRONG_CLIENT;
    if (form == null) {
      require(otherMan, "record", "REQUIRED", "must be given, unless it was about another man");
    } else {
      boolean same = form.referralId().equals(old.referralId());
      require(!otherMan || !same, "record.referralId", "SAME_CLIENT", "must be another man's");
      require(otherMan || same, "record.referralId", "OTHER_CLIENT", "must be the same man's");
    }
  }

  private static void require(boolean met, String field, String code, String message) {
    if (!met) {
      throw RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
    }
  }
}
