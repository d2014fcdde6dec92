package org.crossborough.referral.equality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * M-28: how many men of each protected characteristic. A man counts once under each, except that he
 * counts under every disability he has. What was not asked or is not on the form counts as {@code
 * NOT_ASKED}. Age is that on the day of referral; of a man who was erased it is no longer known.
 */
@ApplicationScoped
public class EqualityProfile {

  private static final String ID = "M-28";

  /** Of one borough too few men to be counted by; counted for all of London only. */
  private static final String LONDON_ONLY = "GENDER_IDENTITY";

  /** The men of each basis, to be narrowed to a borough. */
  private static final String RECEIVED =
      "where r.referral_date between :from and :to and r.status <> 'DUPLICATE' %s";

  private static final String STARTED =
      "join enrolment_start e on e.referral_id = r.id where e.started_on between :from and :to %s";

  // The one place that knows where the form keeps what.
  private static final String CELLS =
      """
      with man as materialized (
        select r.id, r.sex, r.ethnicity, r.gender_same_as_registered, r.sexual_orientation,
          r.religion, r.disabilities,
          extract(year from age(r.referral_date, r.date_of_birth))::int as age
        from referral r {men}),
      trait as (
        select id, 'SEX' as characteristic, sex as code from man
        union all
        select id, 'AGE', case when age < 25 then '18-24' when age < 35 then '25-34'
          when age < 45 then '35-44' when age < 55 then '45-54' when age < 65 then '55-64'
          when age >= 65 then '65+' end from man
        union all select id, 'ETHNICITY', ethnicity from man
        union all select id, 'GENDER_IDENTITY', gender_same_as_registered from man
        union all select id, 'SEXUAL_ORIENTATION', sexual_orientation from man
        union all select id, 'RELIGION', religion from man
        union all
        select man.id, 'DISABILITY', one.code
          from man left join lateral unnest(disabilities) as one (code) on true)
      select characteristic, coalesce(code, 'NOT_ASKED') as code, count(*)
      from trait group by 1, 2 order by 1, 2
      """;

  private final Session session;

  EqualityProfile(Session session) {
    this.session = session;
  }

  /** The profile of one basis. */
  @Schema(name = "EqualityProfile")
  public record Profile(
      String id,
      EqualityBasis basis,
      long men,
      @Schema(
              description =
                  "A code is of the list that the form takes for the characteristic: SEX Sex;"
                      + " ETHNICITY Ethnicity, the 19 groups of the Census of 2021; RELIGION"
                      + " Religion; SEXUAL_ORIENTATION SexualOrientation; DISABILITY Disability, a man"
                      + " under each that he has; GENDER_IDENTITY Answer, that his gender is the one"
                      + " registered at birth. AGE is in years on the day of referral: 18-24, 25-34,"
                      + " 35-44, 45-54, 55-64, 65+. NOT_ASKED is in every list, and stands for what is"
                      + " not on the form; NOT_STATED is that he did not say.")
          List<EqualityCell> cells) {}

  /**
   * The profiles of every basis, as far as the transaction may see.
   *
   * @param borough the referring borough; null for all of London
   */
  public List<Profile> of(LocalDate from, LocalDate to, @Nullable String borough) {
    return Arrays.stream(EqualityBasis.values())
        .map(basis -> of(basis, from, to, borough))
        .toList();
  }

  Profile of(EqualityBasis basis, LocalDate from, LocalDate to, @Nullable String borough) {
    String men =
        switch (basis) {
          case RECEIVED -> RECEIVED;
          case STARTED -> STARTED;
        };
    String narrowed =
        men.formatted(borough == null ? "" : "and r.referring_borough_code = :borough");
    List<EqualityCell> cells =
        bound(
                session.createNativeQuery(CELLS.replace("{men}", narrowed), Object[].class),
                from,
                to,
                borough)
            .getResultList()
            .stream()
            .map(EqualityProfile::cell)
            .filter(cell -> borough == null || !cell.characteristic().equals(LONDON_ONLY))
            .toList();
    long count =
        bound(
                OneColumn.query(session, "select count(*) from referral r " + narrowed, Long.class),
                from,
                to,
                borough)
            .getSingleResult();
    return new Profile(ID, basis, count, cells);
  }

  private static <T> NativeQuery<T> bound(
      NativeQuery<T> query, LocalDate from, LocalDate to, @Nullable String borough) {
    query.setParameter("from", from).setParameter("to", to);
    if (borough != null) {
      query.setParameter("borough", borough);
    }
    return query;
  }

  private static EqualityCell cell(@Nullable Object[] row) {
    int count = row[2] instanceof Number number ? Math.toIntExact(number.longValue()) : 0;
    return new EqualityCell(String.valueOf(row[0]), String.valueOf(row[1]), count);
  }
}
