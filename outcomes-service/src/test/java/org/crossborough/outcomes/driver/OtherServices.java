package org.crossborough.outcomes.driver;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.Event;

/** The other services, as far as their events go. */
public final class OtherServices {

  // Any seed will do; a fixed one makes a failure come back.
  private static final long SEED = 20260302;

  private OtherServices() {}

  /**
   * Says facts in disorder and every third one twice, under another id each time, and waits until
   * all were heard.
   */
  public static void tellInDisorder(List<Event> facts) {
    List<Event> told = new ArrayList<>(facts);
    for (int i = 0; i < facts.size(); i += 3) {
      told.add(facts.get(i));
    }
    Collections.shuffle(told, new Random(SEED));
    long before = heard();
    told.parallelStream().forEach(Wire::publish);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> heard() >= before + told.size());
  }

  /** Tells of a man whom a borough has referred, and waits until he is known. */
  public static Story tellOfReferral(String boroughCode) {
    Story man = Story.of(boroughCode, UUID.randomUUID());
    Wire.publish(man.facts().getFirst());
    awaitKnown(man);
    return man;
  }

  /** Waits until a man's referral is known. */
  public static void awaitKnown(Story man) {
    String sql = "select count(*) from known_referral where referral_id = ?";
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Psql.count(sql, man.referralId()) == 1);
  }

  private static long heard() {
    try {
      return Psql.count("select count(*) from inbox");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Forgets all that was told or taken in, so that figures for all London can be compared. */
  public static void forgetEverything() throws SQLException {
    try (var owner = Psql.asOwner();
        var statement = owner.createStatement()) {
      statement.execute(
          "truncate fact, known_referral, known_run, known_screening, participation, attendance,"
              + " attendance_revision, top_record, top_answer, top_yes_no, top_supersession, top_measure,"
              + " published_figure, equality_count");
    }
  }
}
