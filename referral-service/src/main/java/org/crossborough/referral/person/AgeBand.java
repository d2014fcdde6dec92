package org.crossborough.referral.person;

import java.time.LocalDate;
import java.time.Period;

/** The band of an adult's age in full years, as figures show it. */
public enum AgeBand {
  AGE_18_24(18),
  AGE_25_34(25),
  AGE_35_44(35),
  AGE_45_54(45),
  AGE_55_64(55),
  AGE_65_PLUS(65);

  private final int from;

  AgeBand(int from) {
    this.from = from;
  }

  /**
   * The band somebody is in on a day.
   *
   * @throws IllegalArgumentException for somebody under 18, whom no band is for
   */
  public static AgeBand on(LocalDate day, LocalDate dateOfBirth) {
    int age = Period.between(dateOfBirth, day).getYears();
    AgeBand[] bands = values();
    for (int i = bands.length - 1; i >= 0; i--) {
      if (age >= bands[i].from) {
        return bands[i];
      }
    }
    throw new IllegalArgumentException("Not an adult");
  }
}
