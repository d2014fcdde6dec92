package org.crossborough.outcomes.driver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;

/** What happened to one man, as facts to be told; generated, nobody's real story. */
public final class Story {

  /** When everything is said to have happened. */
  public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** The first day of every run. */
  public static final LocalDate FIRST = LocalDate.parse("2026-02-02");

  /** The last day of every run. */
  public static final LocalDate END = LocalDate.parse("2026-03-20");

  private final UUID referralId = UUID.randomUUID();
  private final UUID personId = UUID.randomUUID();
  private final UUID enrolmentId = UUID.randomUUID();
  private final UUID runId;
  private final List<Event> facts = new ArrayList<>();

  private Story(String boroughCode, UUID runId) {
    this.runId = runId;
    facts.add(
        new ReferralReceived(
            referralId,
            AT,
            personId,
            UUID.randomUUID(),
            boroughCode,
            boroughCode,
            boroughCode,
            "DRUG_SERVICE",
            FIRST.minusDays(30)));
    facts.add(new ReferralAllocated(referralId, AT, personId, runId, boroughCode, FIRST));
    facts.add(new EnrolmentPlanned(enrolmentId, AT, referralId, personId, runId));
  }

  /** A man whom a borough referred and who got a place on a run. */
  public static Story of(String boroughCode, UUID runId) {
    return new Story(boroughCode, runId);
  }

  /** A run of the template with 1800 countable minutes. */
  public static RunScheduled run(UUID runId, String boroughCode) {
    return new RunScheduled(
        runId, AT, boroughCode, "MEN_AND_MASCULINITIES", 1, FIRST, END, 15, 1800);
  }

  /** He was seen at an assessment. */
  public Story assessed() {
    facts.add(new AssessmentCompleted(referralId, AT, personId, "SUITABLE", FIRST.minusDays(14)));
    return this;
  }

  /** He attended a session on one of the run's days. */
  public Story attended(int day, int countableMinutes) {
    if (facts.stream().noneMatch(EnrolmentStarted.class::isInstance)) {
      facts.add(new EnrolmentStarted(enrolmentId, AT, referralId, runId, FIRST.plusDays(day)));
    }
    return said(UUID.randomUUID(), day, "ATTENDED", countableMinutes, 1);
  }

  /** Something was recorded, or corrected, for a session. */
  public Story said(UUID sessionId, int day, String code, int countableMinutes, int revision) {
    facts.add(
        new AttendanceRecorded(
            enrolmentId,
            AT,
            referralId,
            runId,
            sessionId,
            FIRST.plusDays(day),
            code,
            2 * countableMinutes,
            countableMinutes,
            revision));
    return this;
  }

  /** He completed on the run's last day. */
  public Story completed() {
    facts.add(new EnrolmentCompleted(enrolmentId, AT, referralId, runId, END));
    return this;
  }

  /** He left on a day. */
  public Story left(LocalDate on) {
    facts.add(new EnrolmentExited(enrolmentId, AT, referralId, runId, "DISENGAGED", on));
    return this;
  }

  public UUID referralId() {
    return referralId;
  }

  public UUID personId() {
    return personId;
  }

  public List<Event> facts() {
    return List.copyOf(facts);
  }
}
