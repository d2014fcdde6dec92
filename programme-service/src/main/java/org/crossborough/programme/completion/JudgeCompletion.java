package org.crossborough.programme.completion;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.coverage.CoveredModules;
import org.crossborough.programme.coverage.ModuleState;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.crossborough.programme.enrolment.EnrolmentLedger.CompletionConditions;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.requirement.ProgrammeRequirements;
import org.crossborough.programme.requirement.Requirements;
import org.crossborough.programme.review.ReviewLog;
import org.crossborough.programme.review.ReviewLog.Reviewed;

/** Gathers the facts by which a completion is judged. */
@ApplicationScoped
class JudgeCompletion implements CompletionConditions {

  private final EnrolmentLedger enrolments;
  private final CoveredModules modules;
  private final ReviewLog reviews;
  private final ProgrammeRequirements requirements;

  JudgeCompletion(
      EnrolmentLedger enrolments,
      CoveredModules modules,
      ReviewLog reviews,
      ProgrammeRequirements requirements) {
    this.enrolments = enrolments;
    this.modules = modules;
    this.reviews = reviews;
    this.requirements = requirements;
  }

  @Override
  public List<Violation> unmet(UUID enrolmentId) {
    return Condition.allMissing(facts(enrolments.get(enrolmentId)));
  }

  Condition.Facts facts(Known man) {
    Requirements asked = requirements.of(man.runId());
    Optional<Reviewed> end =
        reviews.standing(man.id()).stream()
            .filter(review -> review.stage().equals("END"))
            .findFirst();
    return new Condition.Facts(
        man.countableMinutes(),
        asked.minimumCountableMinutes(),
        asked.mandatoryModules(),
        modules.of(man).stream()
            .filter(ModuleState::covered)
            .map(ModuleState::moduleCode)
            .collect(toSet()),
        asked.recordedReviews(),
        end.map(Reviewed::reviewedOn).orElse(null),
        end.map(Reviewed::exitTopRequestedOn).orElse(null));
  }
}
