package org.crossborough.safety.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.person.People;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.Secret;

/** The attempts to reach survivors. */
@ApplicationScoped
public class ContactAttempts implements PanacheRepositoryBase<ContactAttempt, UUID> {

  /** An attempt that was recorded, and where the case now stands with it. */
  public record Recorded(ContactAttemptView attempt, ContactTier tier, boolean exposed) {}

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final AtRiskPeople people;
  private final People known;

  ContactAttempts(AtRiskPeople people, People known) {
    this.people = people;
    this.known = known;
  }

  /**
   * Records an attempt, if the rules of safe contact allow it or a reason for going against them is
   * given.
   */
  public Recorded record(
      AttemptedCase attempted, ReportedAttempt reported, String by, Instant now) {
    PersonalKey key =
        people
            .key(attempted.personId())
            .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
    List<PointMark> points = people.marks(attempted.personId());
    refuseInvalid(reported, points, now);
    List<PointMark> touched = SafeContactPolicy.touched(reported, points);
    Secret override = reported.override();
    if (override == null) {
      refuseUnsafe(reported, touched, known.safeTimes(attempted.personId(), key));
    }
    people.becomeUnsafe(SafeContactPolicy.exposed(reported, touched), by, now);
    List<ContactAttempt> all = new ArrayList<>(of(attempted.caseId()));
    ContactAttempt attempt = ContactAttempt.of(reported, attempted, by, now);
    if (override != null) {
      attempt.explain(override, key);
    }
    persist(attempt);
    all.add(attempt);
    return new Recorded(attempt.view(), ContactTier.of(all), reported.outcome().exposesPoint());
  }

  /** All attempts of a case, in their order. */
  public List<ContactAttemptView> history(UUID caseId) {
    return of(caseId).stream().map(ContactAttempt::view).toList();
  }

  /** How hard she was tried without being reached. */
  public ContactEffort effort(UUID caseId) {
    List<ContactAttempt> failed = of(caseId).stream().filter(a -> !a.isTwoWay()).toList();
    return new ContactEffort(
        failed.size(),
        (int)
            failed.stream()
                .map(attempt -> attempt.attemptedAt().atZone(LONDON).toLocalDate())
                .distinct()
                .count(),
        (int) failed.stream().map(ContactAttempt::channel).distinct().count());
  }

  private List<ContactAttempt> of(UUID caseId) {
    return list("caseId = ?1 order by attemptNo", caseId);
  }

  private static void refuseInvalid(ReportedAttempt reported, List<PointMark> points, Instant now) {
    List<Violation> violations = new ArrayList<>();
    if (reported.attemptedAt().isAfter(now)) {
      violations.add(new Violation("attemptedAt", "IN_FUTURE", "must not be in the future"));
    }
    UUID named = reported.contactPointId();
    if (named != null && points.stream().noneMatch(point -> point.id().equals(named))) {
      violations.add(
          new Violation("contactPointId", "UNKNOWN", "is not a contact point of this case"));
    }
    Instant next = reported.nextContactDueAt();
    if (next != null && !next.isAfter(reported.attemptedAt())) {
      violations.add(new Violation("nextContactDueAt", "ORDER", "must be after the attempt"));
    }
    if (reported.override() != null && reported.override().length() > 1000) {
      violations.add(new Violation("overrideReason", "SIZE", "has more than 1000 characters"));
    }
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
  }

  private static void refuseUnsafe(
      ReportedAttempt reported, List<PointMark> touched, SafeTimes times) {
    ContactUse use = ContactUse.of(reported.channel(), reported.outcome());
    Set<ContactBar> bars = EnumSet.noneOf(ContactBar.class);
    touched.forEach(point -> bars.addAll(SafeContactPolicy.bars(use, point.marks())));
    if (!bars.isEmpty()) {
      throw ContactProblem.UNSAFE_CONTACT_POINT
          .builder()
          .withDetail("Use a safe contact point, or give the reason for using this one.")
          .with("reasons", List.copyOf(bars))
          .build();
    }
    if (!times.allow(reported.attemptedAt())) {
      throw ContactProblem.OUTSIDE_SAFE_TIMES.because(
          "Keep to the safe times, or give the reason for this one.");
    }
  }
}
