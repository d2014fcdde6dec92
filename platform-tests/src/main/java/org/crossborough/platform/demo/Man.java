package org.crossborough.platform.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.crossborough.platform.driver.NewReferral;
import org.crossborough.platform.driver.NewScreening;
import org.crossborough.platform.driver.PersonAtRisk;

/**
 * One artificial man of a story, and the days on which things happen to him.
 *
 * @param top the letter of his pair of outcome profiles; see {@link TopPair}
 * @param contact how far contact with the person at risk from him goes, 1 to 4
 */
record Man(
    int number, Borough borough, PlannedRun run, List<Mark> attendance, char top, int contact) {

  private static final List<String> REFERRERS =
      List.of("DRUG_SERVICE", "ALCOHOL_SERVICE", "CHILDRENS_SOCIAL_CARE");
  private static final List<String> SUBSTANCES = List.of("ALCOHOL", "CRACK", "OPIATES", "CANNABIS");
  private static final int STAGGER = 10;

  String label() {
    return "%02d".formatted(number);
  }

  LocalDate screenedOn() {
    return run.referredFrom().plusDays(number % STAGGER);
  }

  LocalDate referredOn() {
    return screenedOn().plusDays(1);
  }

  LocalDate offeredOn() {
    return screenedOn().plusDays(6);
  }

  LocalDate assessedOn() {
    return screenedOn().plusDays(14);
  }

  LocalDate decidedOn() {
    return screenedOn().plusDays(21);
  }

  LocalDate firstContactOn() {
    return run.startsOn().minusDays(13);
  }

  int countableMinutes() {
    return attendance.stream().mapToInt(run::countable).sum();
  }

  boolean starts() {
    return countableMinutes() > 0;
  }

  boolean reaches(int minutes) {
    return starts() && countableMinutes() >= minutes;
  }

  LocalDate lastAttendedOn() {
    int last =
        IntStream.range(0, attendance.size())
            .filter(index -> run.countable(attendance.get(index)) > 0)
            .max()
            .orElseThrow(() -> new IllegalStateException("Man " + label() + " never attended"));
    return run.sessions().get(last);
  }

  NewScreening screening() {
    return NewScreening.positive(
        borough.code(), screenedOn().atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));
  }

  NewReferral referral(String story, String screeningId) {
    return new NewReferral(
        reference(story),
        borough.code(),
        referredOn(),
        REFERRERS.get(number % REFERRERS.size()),
        "Demo treatment service of " + borough.name(),
        screeningId,
        client(),
        "Demo treatment provider",
        "DEMO-EPISODE-" + label(),
        SUBSTANCES.get(number % SUBSTANCES.size()),
        true,
        true,
        null);
  }

  /** How the borough's own system calls this referral. */
  String reference(String story) {
    return "DEMO-" + story + "-" + label();
  }

  private NewReferral.Client client() {
    return new NewReferral.Client(
        "Demo",
        "Man " + label(),
        LocalDate.of(1980, 1, 1).plusDays(97L * number),
        "M",
        "020 7946 09" + label(),
        borough.code());
  }

  /** The one person at risk from him; numbers are of the range kept for fiction. */
  PersonAtRisk personAtRisk() {
    PersonAtRisk.ContactPoint phone =
        new PersonAtRisk.ContactPoint("PHONE", "07700 9000" + label(), "UNKNOWN");
    String relationship = number % 2 == 0 ? "EX_PARTNER" : "CURRENT_PARTNER";
    return new PersonAtRisk(relationship, "Demo Person " + label(), List.of(phone), borough.code());
  }
}
