package org.crossborough.programme.figures;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The days on which a referral was received, assessed and accepted; facts come in any order. */
@ApplicationScoped
class ReferralMilestones {

  private static final String PUT =
      """
      insert into referral_milestone as known
        (referral_id, borough_code, referred_on, assessed_on, accepted_on)
      values (?, ?, ?, ?, ?)
      on conflict (referral_id) do update set
        borough_code = coalesce(known.borough_code, excluded.borough_code),
        referred_on = coalesce(known.referred_on, excluded.referred_on),
        assessed_on = least(known.assessed_on, excluded.assessed_on),
        accepted_on = least(known.accepted_on, excluded.accepted_on)
      """;

  private final AgroalDataSource dataSource;

  ReferralMilestones(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void received(UUID referralId, String boroughCode, LocalDate on) {
    put(referralId, boroughCode, on, null, null);
  }

  void assessed(UUID referralId, LocalDate on) {
    put(referralId, null, null, on, null);
  }

  void accepted(UUID referralId, LocalDate on) {
    put(referralId, null, null, null, on);
  }

  private void put(
      UUID referralId,
      @Nullable String boroughCode,
      @Nullable LocalDate referred,
      @Nullable LocalDate assessed,
      @Nullable LocalDate accepted) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(PUT)) {
      statement.setObject(1, referralId);
      statement.setString(2, boroughCode);
      statement.setObject(3, referred);
      statement.setObject(4, assessed);
      statement.setObject(5, accepted);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("A milestone could not be kept", failure);
    }
  }
}
