package org.crossborough.outcomes.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.Event;
import org.crossborough.outcomes.driver.Story;
import org.junit.jupiter.api.Test;

/** The read model comes out the same whatever order its facts come in. */
@QuarkusTest
class ReadModelComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String HACKNEY = "E09000012";
  private static final String CAMDEN = "E09000007";

  private final UUID run = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @Test
  void facts_in_reverse_and_twice_make_the_same_row() {
    Story story =
        Story.of(ISLINGTON, run).assessed().attended(0, 150).attended(7, 100).left(Story.END);
    List<Event> backwards = new ArrayList<>(story.facts().reversed());
    backwards.addAll(story.facts());
    backwards.add(Story.run(run, ISLINGTON));

    backwards.forEach(Wire::publish);

    Map<String, Object> row = await(story, "countable_minutes", 250);
    assertThat(row)
        .containsEntry("person_id", story.personId())
        .containsEntry("run_id", run)
        .containsEntry("attended_sessions", 2);
    assertThat(day(row, "first_countable_on")).isEqualTo(Story.FIRST);
    assertThat(day(row, "ended_on")).isEqualTo(Story.END);
    assertThat(day(row, "assessed_on")).isEqualTo(Story.FIRST.minusDays(14));
  }

  @Test
  void the_higher_revision_wins_in_either_order() {
    Story corrected = Story.of(ISLINGTON, run).said(session, 0, "ATTENDED", 150, 1);
    corrected = corrected.said(session, 0, "PARTIAL", 60, 2);
    Story late = Story.of(ISLINGTON, run).said(UUID.randomUUID(), 7, "ATTENDED", 10, 1);
    late = late.said(session, 0, "PARTIAL", 60, 2).said(session, 0, "ATTENDED", 150, 1);

    corrected.facts().forEach(Wire::publish);
    late.facts().forEach(Wire::publish);

    assertThat(await(corrected, "countable_minutes", 60)).containsEntry("attended_sessions", 1);
    assertThat(await(late, "countable_minutes", 70)).containsEntry("attended_sessions", 2);
  }

  @Test
  void a_start_that_is_corrected_away_is_no_start() {
    Story story =
        Story.of(ISLINGTON, run)
            .said(session, 0, "ATTENDED", 150, 1)
            .said(session, 0, "ABSENT_AUTHORISED", 0, 2);

    story.facts().forEach(Wire::publish);

    Map<String, Object> row = await(story, "attended_sessions", 0);
    assertThat(row).containsEntry("countable_minutes", 0).containsEntry("first_countable_on", null);
  }

  @Test
  void a_run_told_of_last_shows_its_men_to_its_borough_too() throws SQLException {
    Story story = Story.of(CAMDEN, run).attended(0, 150);
    story.facts().forEach(Wire::publish);
    var _ = await(story, "countable_minutes", 150);
    assertThat(seenBy(ISLINGTON, story)).isEmpty();
    assertThat(seenBy(CAMDEN, story)).as("the referring borough").hasSize(1);

    Wire.publish(Story.run(run, ISLINGTON));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !seenBy(ISLINGTON, story).isEmpty());
    assertThat(seenBy(HACKNEY, story)).isEmpty();
  }

  @Test
  void a_borough_sees_no_referral_run_or_attendance_of_another_even_without_a_filter()
      throws SQLException {
    Story story = Story.of(ISLINGTON, run).attended(0, 150);
    Wire.publish(Story.run(run, ISLINGTON));
    story.facts().forEach(Wire::publish);
    var _ = await(story, "countable_minutes", 150);

    assertThat(rows(ISLINGTON, "known_referral")).isNotEmpty();
    assertThat(rows(CAMDEN, "known_referral"))
        .extracting(row -> row.get("borough_code"))
        .doesNotContain(ISLINGTON);
    assertThat(rows(CAMDEN, "known_run"))
        .extracting(row -> row.get("borough_code"))
        .doesNotContain(ISLINGTON);
    assertThat(rows(CAMDEN, "participation"))
        .extracting(row -> row.get("referral_id"))
        .doesNotContain(story.referralId());
    assertThat(rows(ISLINGTON, "attendance")).isEmpty();
    assertThat(rows("", "participation")).isEmpty();
  }

  private static List<Map<String, Object>> rows(String borough, String table) throws SQLException {
    return Psql.rows(borough, "select * from " + table);
  }

  private static List<Map<String, Object>> seenBy(String borough, Story story) throws SQLException {
    return Psql.rows(
        borough, "select * from participation where referral_id = ?", story.referralId());
  }

  /** Waits for the last fact's effect, which must come to stay. */
  private static Map<String, Object> await(Story story, String column, Object value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .during(Duration.ofMillis(500))
        .until(() -> seenBy("*", story).stream().anyMatch(row -> value.equals(row.get(column))));
    try {
      return seenBy("*", story).getFirst();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static LocalDate day(Map<String, Object> row, String column) {
    return LocalDate.parse(String.valueOf(row.get(column)));
  }
}
