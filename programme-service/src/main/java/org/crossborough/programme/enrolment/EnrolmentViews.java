package org.crossborough.programme.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.programme.clearance.Clearance;
import org.crossborough.programme.clearance.Clearances;
import org.crossborough.programme.participant.ParticipantName;
import org.crossborough.programme.participant.ParticipantNames;

/**
 * Puts beside enrolments what else is known: names, clearances, holds, whether there is a place.
 */
@ApplicationScoped
class EnrolmentViews {

  private final Enrolments enrolments;
  private final ParticipantNames names;
  private final Clearances clearances;
  private final Clock clock;

  EnrolmentViews(
      Enrolments enrolments, ParticipantNames names, Clearances clearances, Clock clock) {
    this.enrolments = enrolments;
    this.names = names;
    this.clearances = clearances;
    this.clock = clock;
  }

  EnrolmentView of(Enrolment enrolment) {
    return of(List.of(enrolment)).apply(enrolment);
  }

  /** Looks up what is needed for all of them at once. */
  Function<Enrolment, EnrolmentView> of(List<Enrolment> shown) {
    Map<UUID, ParticipantName> known = names.of(shown.stream().map(Enrolment::personId).toList());
    Map<UUID, Clearance> clearance =
        clearances.of(shown.stream().map(Enrolment::referralId).toList());
    Set<UUID> over =
        enrolments.overCapacity(
            shown.stream()
                .filter(man -> man.status() == EnrolmentStatus.PLANNED)
                .map(Enrolment::runId)
                .distinct()
                .toList());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return man ->
        EnrolmentView.of(
            man,
            new EnrolmentView.Beside(
                clearance.getOrDefault(man.referralId(), Clearance.NONE),
                over.contains(man.id()),
                known.get(man.personId()),
                today));
  }
}
