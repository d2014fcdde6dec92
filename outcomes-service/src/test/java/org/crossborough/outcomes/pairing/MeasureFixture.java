package org.crossborough.outcomes.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds measures for tests; nothing is answered until it is said. */
public final class MeasureFixture {

  private final UUID personId;
  private final Stage stage;
  private final LocalDate on;
  private final Map<String, Integer> days;
  private final @Nullable Integer qualityOfLife;

  private MeasureFixture(
      UUID personId,
      Stage stage,
      LocalDate on,
      Map<String, Integer> days,
      @Nullable Integer qualityOfLife) {
    this.personId = personId;
    this.stage = stage;
    this.on = on;
    this.days = days;
    this.qualityOfLife = qualityOfLife;
  }

  /** A measure of somebody. */
  public static MeasureFixture aMeasure(Stage stage, String on) {
    return new MeasureFixture(UUID.randomUUID(), stage, LocalDate.parse(on), Map.of(), null);
  }

  /** The same of a certain person. */
  public MeasureFixture of(UUID person) {
    return new MeasureFixture(person, stage, on, days, qualityOfLife);
  }

  /** With days of use of one substance. */
  public MeasureFixture using(String substance, int used) {
    Map<String, Integer> with = new HashMap<>(days);
    with.put(substance, used);
    return new MeasureFixture(personId, stage, on, with, qualityOfLife);
  }

  /** With a rating of the quality of life. */
  public MeasureFixture rating(int life) {
    return new MeasureFixture(personId, stage, on, days, life);
  }

  /** The measure. */
  public Measure build() {
    return new Measure(UUID.randomUUID(), personId, stage, on, days, qualityOfLife);
  }
}
