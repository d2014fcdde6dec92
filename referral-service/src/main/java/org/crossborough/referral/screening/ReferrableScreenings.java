package org.crossborough.referral.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.screening.ScreeningAnswers.Result;

/** What a referral must know of the screening it rests on. */
@ApplicationScoped
public class ReferrableScreenings {

  /** How old a screening may be on the day of the referral. */
  public static final int VALID_FOR_DAYS = 90;

  private final EntityManager database;

  ReferrableScreenings(EntityManager database) {
    this.database = database;
  }

  /** The screening's standing; empty when there is none that the caller may see. */
  public Optional<Standing> of(UUID screeningId, String boroughCode) {
    // Two columns instead of the entity: every new referral asks this.
    List<Standing> found =
        database
            .createQuery(
                """
                select s.result, s.screenedAt from Screening s
                where s.id = :id and s.boroughCode = :borough
                """,
                Object[].class)
            .setParameter("id", screeningId)
            .setParameter("borough", boroughCode)
            .getResultStream()
            .map(ReferrableScreenings::standing)
            .toList();
    return found.stream().findFirst();
  }

  private static Standing standing(Object[] row) {
    LocalDate day = Occasion.londonDay((Instant) row[1]);
    return new Standing(row[0] == Result.POSITIVE_REFER, day);
  }

  /** Whether a screening was positive and agreed to, and on which day it was made. */
  public record Standing(boolean mayBeReferred, LocalDate screenedOn) {

    /** Whether the screening still holds on the day of the referral. */
    public boolean isCurrentOn(LocalDate referralDate) {
      return !screenedOn.isAfter(referralDate)
          && !screenedOn.isBefore(referralDate.minusDays(VALID_FOR_DAYS));
    }
  }
}
