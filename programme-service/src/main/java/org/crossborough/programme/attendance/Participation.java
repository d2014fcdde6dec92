package org.crossborough.programme.attendance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger.Standing;
import org.crossborough.programme.session.RegisterSheet;

/**
 * Whether those whom a register says something new about may be in it. Lines that repeat what
 * stands are never refused: what was true when it was written stays true.
 */
final class Participation {

  private final RegisterSheet session;
  private final Map<UUID, Standing> men;
  private final Map<UUID, Attendance> before;

  Participation(RegisterSheet session, Map<UUID, Standing> men, Map<UUID, Attendance> before) {
    this.session = session;
    this.men = men;
    this.before = before;
  }

  List<Register.Entry> changed(Register register) {
    return register.entries().stream().filter(this::isChanged).toList();
  }

  /** The lines about men who were not enrolled on the day of the session. */
  List<Violation> ended(Register register) {
    return violations(
        register,
        entry -> isHis(entry) ? Optional.empty() : Optional.of("ENDED"),
        "was no longer enrolled on that day");
  }

  /** The lines that would bring a man into the room who may not be there. */
  List<Violation> obstacles(Register register) {
    return violations(
        register,
        entry -> comesIn(entry) ? standing(entry).obstacle(session.date()) : Optional.empty(),
        "may not take part now");
  }

  private List<Violation> violations(
      Register register, Function<Register.Entry, Optional<String>> code, String message) {
    List<Register.Entry> entries = register.entries();
    return IntStream.range(0, entries.size())
        .filter(position -> isChanged(entries.get(position)))
        .mapToObj(position ->
            code.apply(entries.get(position))
                .map(found ->
                    new Violation(RegisterRules.path(position) + "enrolmentId", found, message)))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean isChanged(Register.Entry entry) {
    Attendance stands = before.get(entry.enrolmentId());
    return stands == null || !stands.says(entry, session);
  }

  private boolean comesIn(Register.Entry entry) {
    Attendance stands = before.get(entry.enrolmentId());
    boolean wasIn = stands != null && stands.code().isPresent();
    return entry.code().isPresent() && !wasIn;
  }

  /** A make-up may be in another run's session, as long as he is on a programme that day. */
  private boolean isHis(Register.Entry entry) {
    Standing man = standing(entry);
    return man.isOn(session.runId())
        ? man.covers(session.runId(), session.date())
        : entry.code() == AttendanceCode.MAKE_UP && man.coversAny(session.date());
  }

  private Standing standing(Register.Entry entry) {
    return Objects.requireNonNull(men.get(entry.enrolmentId()));
  }
}
