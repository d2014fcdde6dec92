package org.crossborough.platform.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.crossborough.platform.driver.NewContactAttempt;
import org.crossborough.platform.driver.SupportDesk;
import org.crossborough.platform.driver.SurvivorCase;

/** Support workers try to reach everybody at risk, and then say that the men may start. */
final class Supporting {

  private static final int REACHED = 2;
  private static final int ACTIVE_SUPPORT = 4;

  private final Stage stage;
  private final Story story;
  private final SupportDesk desk;
  private final Map<String, SurvivorCase> byReferral = new HashMap<>();
  private final Map<String, SurvivorCase> seen = new HashMap<>();

  Supporting(Stage stage) {
    this.stage = stage;
    this.story = stage.story();
    this.desk = new SupportDesk(stage.api());
  }

  void contact(Map<Man, String> referrals) {
    stage
        .api()
        .patience()
        .until(
            "a support case for every person at risk", () -> find(Set.copyOf(referrals.values())));
    stage.forEach(
        "people at risk contacted", story.men(), man -> contact(man, caseOf(man, referrals)));
  }

  void clear(Map<Man, String> referrals) {
    stage.forEach(
        "starts cleared",
        story.men(),
        man -> desk.clearStart(story.key(man, "clearance"), caseOf(man, referrals).id()));
  }

  /** A start makes contact due again: where that is so, the support side knows who has started. */
  void awaitStarts(Map<Man, String> referrals) {
    stage.forEach(
        "starts seen by the support side",
        story.men().stream().filter(Man::starts).toList(),
        man -> awaitStart(caseOf(man, referrals).id()));
  }

  private void awaitStart(String caseId) {
    stage
        .api()
        .patience()
        .until("the start to reach case " + caseId, () -> desk.read(caseId).isDueFor("START"));
  }

  /** Lists tell neither names nor referrals, so each new case is read once. */
  private boolean find(Set<String> referrals) {
    for (SurvivorCase.Listed listed : desk.worklist()) {
      if (byReferral.keySet().containsAll(referrals)) {
        return true;
      }
      SurvivorCase read = seen.computeIfAbsent(listed.id(), desk::read);
      byReferral.put(read.referralId(), read);
    }
    return byReferral.keySet().containsAll(referrals);
  }

  private SurvivorCase caseOf(Man man, Map<Man, String> referrals) {
    return Objects.requireNonNull(byReferral.get(referrals.get(man)), "no case");
  }

  private void contact(Man man, SurvivorCase survivorCase) {
    String phone = survivorCase.contactPoints().getFirst().id();
    desk.recordAttempt(
        story.key(man, "contact-1"), survivorCase.id(), attempt(man.firstContactOn(), phone, man));
    if (man.contact() == ACTIVE_SUPPORT) {
      desk.recordAttempt(
          story.key(man, "contact-2"),
          survivorCase.id(),
          attempt(man.firstContactOn().plusDays(5), phone, man));
    }
  }

  private static NewContactAttempt attempt(LocalDate day, String phone, Man man) {
    Instant at = day.atTime(LocalTime.of(11, 0)).toInstant(ZoneOffset.UTC);
    if (man.contact() < REACHED) {
      return new NewContactAttempt(at, "PHONE", phone, "NO_ANSWER", 0, null, List.of());
    }
    boolean active = man.contact() == ACTIVE_SUPPORT;
    return new NewContactAttempt(
        at,
        "PHONE",
        phone,
        "SPOKE_TO_SURVIVOR",
        20,
        active ? "YES" : "INFO_ONLY",
        List.of(active ? "SAFETY_PLANNING" : "PROGRAMME_INFO"));
  }
}
