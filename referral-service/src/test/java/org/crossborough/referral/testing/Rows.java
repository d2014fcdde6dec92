package org.crossborough.referral.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the service would have written them in the past, for figures of periods that no other
 * test touches. Nobody in them is real.
 */
public final class Rows {

  private Rows() {}

  /** A screening with a result, by a service that may have no name. */
  public static UUID screening(
      String borough, Instant at, String result, @Nullable String organisation) {
    UUID id = Ids.next();
    run(
        """
        insert into screening (id, borough_code, instrument_code, instrument_version, screened_at,
          screened_by_role, seen_alone, confidentiality_explained, interpreter_used,
          disclosed_physical_12m, disclosed_sexual_12m, disclosed_coercive_control_12m,
          disclosed_emotional_12m, disclosed_economic_12m, immediate_risk_identified,
          safeguarding_actions, result, client_agrees_to_referral, partner_details_agreed,
          recorded_at, recorded_by, screening_organisation)
        values (?, ?, 'DEMO_PERPETRATION', 1, ?, 'DRUG_ALCOHOL_WORKER', true, true, 'NONE',
          'NO', 'NO', 'NO', 'NO', 'NO', false, '{}', ?, false, false, now(), 'test', ?)
        """,
        id,
        borough,
        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
        result,
        organisation);
    return id;
  }

  /** A referral of a day in a status, resting on a screening. */
  public static UUID referral(String borough, String referredOn, String status, UUID screening) {
    UUID id = Ids.next();
    LocalDate waits = status.equals("WAITING_LIST") ? LocalDate.parse(referredOn) : null;
    run(
        """
        insert into referral (id, version, reference, external_reference, submitting_client,
          referring_borough_code, residence_borough_code, commissioning_borough_code, status,
          referral_date, received_at, screening_id, referrer_type, referrer_organisation,
          treatment_provider, treatment_episode_ref, main_substance, person_id, given_name,
          family_name, date_of_birth, sex, assessments, allocated_run_id, accepted_on,
          waiting_since, review_on)
        values (?, 0, ?, ?, 'test', ?, 'E09000001', 'E09000001', ?, ?, now(), ?, 'DRUG_SERVICE',
          'Demo', 'Demo', 'EP-1', 'ALCOHOL', ?, 'Demo', 'Example', '1985-03-02', 'M', 0, ?, ?, ?, ?)
        """,
        id,
        id.toString(),
        id.toString(),
        borough,
        status,
        LocalDate.parse(referredOn),
        screening,
        UUID.randomUUID(),
        UUID.randomUUID(),
        waits,
        waits,
        waits);
    return id;
  }

  /** A move of a referral to a status, which counts from a day. */
  public static void moved(UUID referral, String transition, String status, String day) {
    run(
        """
        insert into referral_status_change
          (id, referral_id, borough_code, transition, to_status, at, by, effective_on)
        select ?, id, referring_borough_code, ?, ?, now(), 'test', ? from referral where id = ?
        """,
        Ids.next(),
        transition,
        status,
        LocalDate.parse(day),
        referral);
  }

  /** The n-th suitability session of a referral. */
  public static void assessed(UUID referral, int number, String day) {
    run(
        """
        insert into assessment
          (id, referral_id, borough_code, number, assessed_on, result, recorded_at, recorded_by)
        select ?, id, referring_borough_code, ?, ?, 'SUITABLE', now(), 'test'
        from referral where id = ?
        """,
        Ids.next(),
        number,
        LocalDate.parse(day),
        referral);
  }

  /** Any statement with every borough in sight. */
  public static void run(String sql, @Nullable Object... values) {
    try (Connection connection = Psql.asService()) {
      connection.setAutoCommit(false);
      try (PreparedStatement bound =
              connection.prepareStatement("select set_config('app.borough', '*', true)");
          PreparedStatement statement = connection.prepareStatement(sql)) {
        bound.execute();
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
      }
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
