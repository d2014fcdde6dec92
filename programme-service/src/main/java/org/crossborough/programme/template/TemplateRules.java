package org.crossborough.programme.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossborough.chassis.problem.Violation;

/** The rules of a design that concern more than one field. */
final class TemplateRules {

  private static final int LONGEST_SESSION = 720;

  private TemplateRules() {}

  static List<Violation> violations(PublishVersion design, TemplateConfig config) {
    return Stream.concat(
            ofProgramme(design, config),
            IntStream.range(0, design.sessions().size())
                .boxed()
                .flatMap(position -> ofSession(design, position)))
        .toList();
  }

  private static Stream<Violation> ofProgramme(PublishVersion design, TemplateConfig config) {
    List<Violation> found = new ArrayList<>();
    if (design.groupType() == GroupType.BEHAVIOUR_CHANGE
        && design.form() == ProgrammeForm.WEEKLY
        && design.weeks() < config.fewestWeeks()) {
      found.add(
          new Violation(
              "weeks",
              "TOO_FEW",
              "a weekly programme of behaviour change takes %d".formatted(config.fewestWeeks())));
    }
    List<SessionPart> parts = design.parts();
    if (design.minimumCountableMinutes() > SessionPart.countableMinutes(parts)) {
      found.add(
          new Violation(
              "minimumCountableMinutes", "EXCEEDS_COUNTABLE", "the sessions do not hold as many"));
    }
    List<String> covered = SessionPart.moduleCodes(parts);
    for (int i = 0; i < design.mandatoryModuleCodes().size(); i++) {
      if (!covered.contains(design.mandatoryModuleCodes().get(i).name())) {
        found.add(
            new Violation(
                "mandatoryModuleCodes[%d]".formatted(i), "NOT_COVERED", "no session is about it"));
      }
    }
    return found.stream();
  }

  private static Stream<Violation> ofSession(PublishVersion design, int position) {
    TemplateSession session = design.sessions().get(position);
    String path = "sessions[%d].".formatted(position);
    List<Violation> found = new ArrayList<>();
    if (session.index() != position + 1) {
      found.add(new Violation(path + "index", "NOT_IN_ORDER", "must count up from 1"));
    }
    if (returnsToPhase(design.sessions(), position)) {
      found.add(new Violation(path + "phase", "PHASE_INTERRUPTED", "a phase is one stretch"));
    }
    if (SessionPart.minutes(session.parts()) > LONGEST_SESSION) {
      found.add(new Violation(path + "parts", "TOO_LONG", "at most 720 minutes together"));
    }
    for (int i = 0; i < session.parts().size(); i++) {
      countable(design.groupType(), session.parts().get(i), path + "parts[%d].countable", i)
          .ifPresent(found::add);
    }
    return found.stream();
  }

  private static Optional<Violation> countable(
      GroupType group, SessionPart part, String path, int position) {
    if (!part.countable()) {
      return Optional.empty();
    }
    String field = path.formatted(position);
    if (!group.mayCount()) {
      return Optional.of(
          new Violation(field, "GROUP_NEVER_COUNTS", "%s is not this work".formatted(group)));
    }
    return part.moduleCode().mayCount()
        ? Optional.empty()
        : Optional.of(
            new Violation(field, "MODULE_NEVER_COUNTS", "treatment is not violence work"));
  }

  private static boolean returnsToPhase(List<TemplateSession> sessions, int position) {
    Set<String> left = new HashSet<>();
    for (int i = 0; i < position; i++) {
      if (!sessions.get(i).phase().equals(sessions.get(i + 1).phase())) {
        left.add(sessions.get(i).phase());
      }
    }
    return left.contains(sessions.get(position).phase());
  }
}
