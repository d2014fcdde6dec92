package org.crossborough.outcomes.top;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.time.Ids;
import org.crossborough.outcomes.pairing.Measures;
import org.crossborough.outcomes.pathway.KnownReferral;
import org.crossborough.outcomes.pathway.KnownReferrals;

/** Takes a TOP in: the record, the numbers that metrics need, and the event, all or nothing. */
@ApplicationScoped
class TakeInTop {

  // Interviews are dated by the calendar on the keyworker's wall.
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final KnownReferrals referrals;
  private final TopRecords records;
  private final Measures measures;
  private final Outbox outbox;

  TakeInTop(KnownReferrals referrals, TopRecords records, Measures measures, Outbox outbox) {
    this.referrals = referrals;
    this.records = records;
    this.measures = measures;
    this.outbox = outbox;
  }

  TopRecord takeIn(TopForm form, Instant now, String from) {
    KnownReferral referral =
        referrals
            .find(form.referralId())
            .orElseThrow(() -> TopProblem.NOT_FOUND.because("No referral of yours has this id."));
    TopReading reading = TopReading.of(form, LocalDate.ofInstant(now, LONDON));
    requireValid(reading, referral);
    TopRecord top = TopRecord.receive(Ids.next(), referral, reading, now, from);
    records.persist(top);
    measures.add(top.measure(referral.personId()), referral.boroughCode());
    outbox.publish(top.received());
    return top;
  }

  private void requireValid(TopReading reading, KnownReferral referral) {
    List<Violation> violations = new ArrayList<>(reading.violations());
    violations.addAll(
        StageOrder.violations(reading.dated(), records.datesOf(referral.referralId())));
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
  }
}
