package org.crossborough.safety.summary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.casebook.OpenCase;
import org.crossborough.safety.children.Children;
import org.crossborough.safety.dash.DashAssessments;
import org.crossborough.safety.marac.MaracReferrals;
import org.crossborough.safety.person.People;
import org.crossborough.safety.plan.SafetyPlans;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.task.ContactTasks;
import org.jspecify.annotations.Nullable;

/** Brings the parts of a summary together, each by one query however long the record is. */
@ApplicationScoped
class CaseSummaries {

  private final AtRiskPeople points;
  private final People people;
  private final ContactTasks tasks;
  private final DashAssessments assessments;
  private final MaracReferrals referrals;
  private final SafetyPlans plans;
  private final Children children;

  CaseSummaries(
      AtRiskPeople points,
      People people,
      ContactTasks tasks,
      DashAssessments assessments,
      MaracReferrals referrals,
      SafetyPlans plans,
      Children children) {
    this.points = points;
    this.people = people;
    this.tasks = tasks;
    this.assessments = assessments;
    this.referrals = referrals;
    this.plans = plans;
    this.children = children;
  }

  CaseSummary of(OpenCase open, Instant now) {
    SurvivorCases.Known survivorCase = open.survivorCase();
    UUID id = open.id();
    String here = "/v1/survivor-cases/" + id;
    return new CaseSummary(
        id,
        survivorCase.status(),
        survivorCase.contactTier(),
        survivorCase.nextContactDueAt(),
        new CaseSummary.Contact(next(open, now), here + "/contact-advice"),
        tasks(id, now),
        risk(id, here),
        marac(id, here),
        plan(id, here, now),
        new CaseSummary.Children(children.countUnderEighteen(id), here + "/children"),
        here);
  }

  private @Nullable NextSafeContact next(OpenCase open, Instant now) {
    UUID personId = open.survivorCase().personId();
    return NextSafeContact.from(now, people.safeTimes(personId, open.key()), points.marks(personId))
        .orElse(null);
  }

  private List<CaseSummary.Task> tasks(UUID id, Instant now) {
    return tasks.due(id).stream()
        .map(due -> new CaseSummary.Task(due.trigger(), due.dueAt(), due.dueAt().isBefore(now)))
        .toList();
  }

  private CaseSummary.@Nullable Risk risk(UUID id, String here) {
    return assessments
        .current(id)
        .map(dash ->
            new CaseSummary.Risk(
                dash.finalLevel(), dash.assessedOn(), here + "/dash-assessments/" + dash.id()))
        .orElse(null);
  }

  private CaseSummary.@Nullable Marac marac(UUID id, String here) {
    return referrals
        .last(id)
        .map(last ->
            new CaseSummary.Marac(
                last.status(),
                last.referredOn(),
                last.meetingOn(),
                last.late(),
                here + "/marac-referrals/" + last.id()))
        .orElse(null);
  }

  private CaseSummary.@Nullable Plan plan(UUID id, String here, Instant now) {
    return plans
        .current(id)
        .map(plan ->
            new CaseSummary.Plan(
                plan.version(),
                plan.reviewOn(),
                plan.reviewOn().isBefore(now.atZone(Faults.LONDON).toLocalDate()),
                here + "/safety-plan"))
        .orElse(null);
  }
}
