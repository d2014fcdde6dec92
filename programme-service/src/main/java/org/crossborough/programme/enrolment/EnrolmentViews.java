package org.crossborough.programme.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.programme.clearance.Clearance;
import org.crossborough.programme.clearance.Clearances;
import org.crossborough.programme.participant.ParticipantName;
import org.crossborough.programme.participant.ParticipantNames;

/** Puts beside enrolments what other features know: names, clearances, holds. */
@ApplicationScoped
class EnrolmentViews {

  private final ParticipantNames names;
  private final Clearances clearances;

  EnrolmentViews(ParticipantNames names, Clearances clearances) {
    this.names = names;
    this.clearances = clearances;
  }

  EnrolmentView of(Enrolment enrolment) {
    return of(List.of(enrolment)).apply(enrolment);
  }

  /** Looks up what is needed for all of them at once. */
  Function<Enrolment, EnrolmentView> of(List<Enrolment> enrolments) {
    Map<UUID, ParticipantName> known =
        names.of(enrolments.stream().map(Enrolment::personId).toList());
    Map<UUID, Clearance> clearance =
        clearances.of(enrolments.stream().map(Enrolment::referralId).toList());
    return enrolment ->
        EnrolmentView.of(
            enrolment,
            clearance.getOrDefault(enrolment.referralId(), Clearance.NONE),
            known.get(enrolment.personId()));
  }
}
