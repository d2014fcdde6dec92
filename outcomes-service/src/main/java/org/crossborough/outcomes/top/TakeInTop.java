package org.crossborough.outcomes.top;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.time.Ids;
import org.crossborough.outcomes.form.TopConfig;
import org.crossborough.outcomes.form.TopForm;
import org.crossborough.outcomes.form.TopReading;
import org.crossborough.outcomes.pairing.Measures;
import org.crossborough.outcomes.pathway.KnownReferral;
import org.crossborough.outcomes.pathway.KnownReferrals;
import org.crossborough.outcomes.top.TopRecord.Receipt;

/** Takes a TOP in: the record, the numbers that metrics need, and the event, all or nothing. */
@ApplicationScoped
public class TakeInTop {

  // Interviews are dated by the calendar on the keyworker's wall.
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final KnownReferrals referrals;
  private final TopRecords records;
  private final Standings standings;
  private final Intake intake;
  private final TopConfig config;

  TakeInTop(
      KnownReferrals referrals,
      TopRecords records,
      Standings standings,
      Intake intake,
      TopConfig config) {
    this.referrals = referrals;
    this.records = records;
    this.standings = standings;
    this.intake = intake;
    this.config = config;
  }

  /**
   * A record that was handed in.
   *
   * @param before whether it had been handed in before
   */
  public record Taken(UUID topRecordId, boolean before) {}

  /**
   * Takes in a form that may have come before, under the same reference or with the same content.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when a field breaks a rule, 404 when
   *     the caller has no such referral, 409 when the reference was used for another record
   */
  public Taken takeInOnce(TopForm form, Instant now, String from) {
    String digest = intake.digest(form);
    Optional<TopRecord> before = records.before(from, form.recordReference(), digest);
    return before
        .map(top -> new Taken(requireSame(top, digest).id(), true))
        .orElseGet(() -> new Taken(takeIn(form, now, from).id(), false));
  }

  /** The only referral that records with a client reference are about, if there is just one. */
  public Optional<UUID> referralOf(String clientReference) {
    List<UUID> found = records.referralsOf(clientReference);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  TopRecord takeIn(TopForm form, Instant now, String from) {
    return takeIn(Ids.next(), form, now, from);
  }

  /** Takes a form in under an id that was given out before. */
  TopRecord takeIn(UUID id, TopForm form, Instant now, String from) {
    KnownReferral referral =
        referrals
            .find(form.referralId())
            .orElseThrow(() -> TopProblem.NOT_FOUND.because("No referral of yours has this id."));
    TopOrigin origin = TopOrigin.of(form, from);
    TopReading reading = TopReading.of(form, LocalDate.ofInstant(now, LONDON), config);
    records.lock(referral.referralId());
    requireValid(reading, origin, referral);
    String digest = intake.digest(form);
    if (form.recordReference() != null) {
      records
          .before(from, form.recordReference(), digest)
          .ifPresent(top -> {
            throw TopProblem.REFERENCE_USED.because("It is that of " + top.id() + ".");
          });
    }
    TopRecord top =
        TopRecord.receive(referral, reading, origin, new Receipt(id, now, from, digest));
    return intake.keep(top, referral);
  }

  private static TopRecord requireSame(TopRecord top, String digest) {
    if (!digest.equals(top.contentDigest())) {
      throw TopProblem.REFERENCE_USED.because("It is that of " + top.id() + ".");
    }
    return top;
  }

  private void requireValid(TopReading reading, TopOrigin origin, KnownReferral referral) {
    List<Violation> violations = new ArrayList<>(reading.violations());
    StageOrder.Dated dated = new StageOrder.Dated(reading.stage(), reading.interviewedOn());
    violations.addAll(
        StageOrder.violations(
            dated,
            standings.live(referral.referralId()).stream()
                .filter(top -> top.origin().isEpisodeOf(origin))
                .filter(top -> !isDuplicate(top, dated, origin))
                .map(TopRecord::dated)
                .toList()));
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
  }

  /** V-TOP-12: the same interview from two organisations is kept, for them to settle. */
  private static boolean isDuplicate(TopRecord top, StageOrder.Dated dated, TopOrigin origin) {
    return top.dated().equals(dated) && !top.origin().organisation().equals(origin.organisation());
  }

  /** Where a record goes once nothing is wrong with it. */
  @ApplicationScoped
  static class Intake {

    private final TopRecords records;
    private final Measures measures;
    private final Outbox outbox;
    private final ObjectMapper json;

    Intake(TopRecords records, Measures measures, Outbox outbox, ObjectMapper json) {
      this.records = records;
      this.measures = measures;
      this.outbox = outbox;
      this.json = json;
    }

    TopRecord keep(TopRecord top, KnownReferral referral) {
      records.persistAndFlush(top);
      measures.add(top.measure(referral.personId()), referral.boroughCode());
      outbox.publish(top.received());
      return top;
    }

    /** The SHA-256 digest of a form as it was sent. */
    String digest(TopForm form) {
      try {
        byte[] content = json.writeValueAsBytes(form);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("A form could not be digested", impossible);
      }
    }
  }
}
