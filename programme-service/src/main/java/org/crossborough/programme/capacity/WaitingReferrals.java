package org.crossborough.programme.capacity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.jspecify.annotations.Nullable;

/** Who waits for a place, as referral-service tells; an older fact never undoes a newer one. */
@ApplicationScoped
class WaitingReferrals {

  private static final String TELL =
      """
      insert into waiting_referral as known
        (referral_id, borough_code, waiting_since, waiting, told_at)
      values (?, ?, ?, ?, ?)
      on conflict (referral_id) do update set
        borough_code = coalesce(excluded.borough_code, known.borough_code),
        waiting_since = coalesce(excluded.waiting_since, known.waiting_since),
        waiting = excluded.waiting,
        told_at = excluded.told_at
      where known.told_at <= excluded.told_at
      """;

  private final AgroalDataSource dataSource;

  WaitingReferrals(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void joins(ReferralWaiting fact) {
    tell(
        fact.referralId(),
        fact.referringBoroughCode(),
        fact.waitingSince(),
        true,
        fact.occurredAt());
  }

  void leaves(UUID referralId, Instant at) {
    tell(referralId, null, null, false, at);
  }

  /** Everybody who waits, longest first. */
  List<WaitingForecast.Waiting> queue() {
    String sql =
        """
        select borough_code, waiting_since from waiting_referral
        where waiting order by waiting_since, referral_id
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      List<WaitingForecast.Waiting> queue = new ArrayList<>();
      while (row.next()) {
        queue.add(
            new WaitingForecast.Waiting(
                row.getString("borough_code"), row.getObject("waiting_since", LocalDate.class)));
      }
      return queue;
    } catch (SQLException failure) {
      throw new IllegalStateException("The waiting list could not be read", failure);
    }
  }

  private void tell(
      UUID referralId,
      @Nullable String borough,
      @Nullable LocalDate since,
      boolean waiting,
      Instant at) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(TELL)) {
      statement.setObject(1, referralId);
      statement.setString(2, borough);
      statement.setObject(3, since);
      statement.setBoolean(4, waiting);
      statement.setObject(5, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The waiting list could not be changed", failure);
    }
  }
}
