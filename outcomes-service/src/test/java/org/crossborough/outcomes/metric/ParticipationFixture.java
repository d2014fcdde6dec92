package org.crossborough.outcomes.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.outcomes.pathway.Participation;
import org.jspecify.annotations.Nullable;

/** Places on runs for tests: a threshold of 1800 minutes, sessions from 2 February 2026. */
final class ParticipationFixture {

  static final LocalDate FIRST = LocalDate.parse("2026-02-02");
  static final LocalDate END = LocalDate.parse("2026-03-20");

  private ParticipationFixture() {}

  static Participation contacted(UUID person) {
    return place(person, true, 0, null);
  }

  static Participation merelyPlaced(UUID person) {
    return place(person, false, 0, null);
  }

  static Participation started(UUID person, int minutes) {
    return place(person, true, minutes, FIRST);
  }

  /** So many men worked with, of whom some started, of whom some reached the threshold exactly. */
  static List<Participation> pilot(int workedWith, int started, int reached) {
    List<Participation> places = new ArrayList<>();
    for (int man = 0; man < workedWith; man++) {
      UUID person = UUID.randomUUID();
      int minutes = man < reached ? 1800 : 1799;
      places.add(man < started ? started(person, minutes) : contacted(person));
    }
    return places;
  }

  private static Participation place(
      UUID person, boolean contacted, int minutes, @Nullable LocalDate first) {
    return new Participation(person, contacted, minutes, 1800, first, END);
  }
}
