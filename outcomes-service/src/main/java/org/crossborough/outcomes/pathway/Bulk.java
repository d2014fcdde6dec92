package org.crossborough.outcomes.pathway;

import java.util.ArrayList;
import java.util.List;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;

/**
 * What is told in bulk, as to a rebuild: gathered while it is told, kept in one go, and no row is
 * made of it before all of it is there. A row costs far more than the fact it is made of.
 */
final class Bulk {

  private static final ScopedValue<Bulk> HEARD = ScopedValue.newInstance();

  private final List<Facts.Fact> facts = new ArrayList<>();
  private final List<AttendanceRecorded> attendances = new ArrayList<>();

  /** Gathers what consumers are told meanwhile. */
  static Bulk of(Runnable telling) {
    Bulk bulk = new Bulk();
    ScopedValue.where(HEARD, bulk).run(telling);
    return bulk;
  }

  /** Whether rows are made later, all together. */
  static boolean isHeard() {
    return HEARD.isBound();
  }

  /** What is heard now. */
  static Bulk heard() {
    return HEARD.get();
  }

  void add(Facts.Fact fact) {
    facts.add(fact);
  }

  void add(AttendanceRecorded attendance) {
    attendances.add(attendance);
  }

  List<Facts.Fact> facts() {
    return facts;
  }

  List<AttendanceRecorded> attendances() {
    return attendances;
  }
}
