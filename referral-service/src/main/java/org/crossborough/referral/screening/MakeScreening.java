package org.crossborough.referral.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.instrument.Instruments;

/** Records a screening: the rules, what the instruments make of it, the record and its event. */
@ApplicationScoped
public class MakeScreening {

  private final Screenings screenings;
  private final Instruments instruments;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;
  private final ScreeningConfig config;

  MakeScreening(
      Screenings screenings,
      Instruments instruments,
      Outbox outbox,
      Caller caller,
      Clock clock,
      ScreeningConfig config) {
    this.screenings = screenings;
    this.instruments = instruments;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Records it in the running transaction.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every field that breaks a rule
   */
  public ScreeningView make(RecordScreening form) {
    Occasion occasion = Occasion.of(clock, caller);
    Findings findings =
        ScreeningRule.of(new ScreeningRule.Sent(form, caller.borough(), occasion.at()));
    Readings readings = Readings.of(form, instruments, findings);
    findings.refuse();
    use(form, occasion.at());
    Screening screening = Screening.of(form, readings, occasion);
    screenings.persist(screening);
    screening.recorded().ifPresent(outbox::publish);
    return screening.view(config);
  }

  private void use(RecordScreening form, Instant at) {
    use(form.instrumentCode(), form.instrumentVersion(), at);
    form.allSupplements().forEach(sent -> use(sent.instrumentCode(), sent.instrumentVersion(), at));
  }

  private void use(String code, int version, Instant at) {
    instruments.find(code, version).ifPresent(instrument -> instruments.use(instrument, at));
  }
}
