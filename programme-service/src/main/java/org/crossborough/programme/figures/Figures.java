package org.crossborough.programme.figures;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the figures; row-level security decides what of. */
@ApplicationScoped
class Figures {

  private static final String OF_BOROUGH =
      "(:borough::text is null or m.borough_code = :borough::text)";
  private static final String STARTED =
      """
      enrolment e left join referral_milestone m on m.referral_id = e.referral_id
      where e.started_on between :from and :to and %s
      """
          .formatted(OF_BOROUGH);

  /** Individual sessions before the group, as the log now has them. */
  private static final String ALONE =
      """
      individual_session i join enrolment e on e.id = i.enrolment_id
      left join referral_milestone m on m.referral_id = e.referral_id
      where not exists (select from individual_session later
          where later.session_id = i.session_id and later.revision > i.revision) and %s
      """
          .formatted(OF_BOROUGH);

  private static final String START_RATE =
      """
      select count(*) filter (where e.started_on is not null) as numerator,
        count(*) as denominator
      from referral_milestone m left join enrolment e on e.referral_id = m.referral_id
      where m.accepted_on between :from and :to and %s
      """
          .formatted(OF_BOROUGH);

  private static final String START_RATE_OF_WORKED_WITH =
      """
      with contact as (
        select m.referral_id, m.assessed_on as met_on from referral_milestone m
        where m.assessed_on <= :to and %1$s
        union all
        select e.referral_id, s.date
        from attendance a join programme_session s on s.id = a.session_id
        join enrolment e on e.id = a.enrolment_id
        left join referral_milestone m on m.referral_id = e.referral_id
        where a.attended_minutes > 0 and s.date <= :to and %1$s
          and not exists (select from attendance later where later.session_id = a.session_id
            and later.enrolment_id = a.enrolment_id and later.revision > a.revision)
        union all
        select e.referral_id, i.held_on from %2$s
          and i.attended_minutes > 0 and i.held_on <= :to),
      met as (select referral_id from contact group by referral_id having min(met_on) >= :from)
      select count(*) filter (where e.started_on is not null) as numerator,
        count(*) as denominator
      from met left join enrolment e on e.referral_id = met.referral_id
      """
          .formatted(OF_BOROUGH, ALONE);

  private static final String WAIT_TO_START =
      """
      select count(*) filter (where days <= 21) as numerator, count(days) as denominator,
        percentile_disc(0.5) within group (order by days) as median,
        percentile_disc(0.9) within group (order by days) as p90,
        count(*) filter (where days is null) as unknown
      from (select case when m.referred_on is not null
        then greatest(0, e.started_on - m.referred_on) end as days from %s) waits
      """
          .formatted(STARTED);

  private static final String STANDING =
      """
      attendance a join programme_session s on s.id = a.session_id
      join enrolment e on e.id = a.enrolment_id
      left join referral_milestone m on m.referral_id = e.referral_id
      where s.date between :from and :to and %s
        and not exists (select from attendance later where later.session_id = a.session_id
          and later.enrolment_id = a.enrolment_id and later.revision > a.revision)
      """
          .formatted(OF_BOROUGH);

  private static final String HOURS_DELIVERED =
      """
      with delivered as (
        select a.enrolment_id, a.countable_minutes from %s
        union all
        select i.enrolment_id, i.countable_minutes from %s and i.held_on between :from and :to)
      select count(distinct enrolment_id) filter (where countable_minutes > 0) as numerator,
        count(distinct enrolment_id) as denominator,
        coalesce(sum(countable_minutes), 0) as minutes
      from delivered
      """
          .formatted(STANDING, ALONE);

  private static final String REACHED_THRESHOLD =
      """
      select count(*) filter (where e.countable_minutes >= :threshold) as numerator,
        count(*) as denominator
      from %s
      """
          .formatted(STARTED);

  private static final String COMPLETION_RATE =
      """
      select count(*) filter (where e.status in ('COMPLETED', 'FOLLOW_ON', 'CLOSED')) as numerator,
        count(*) as denominator
      from %s
        and (e.ended_on is not null
          or exists (select from programme_run r where r.id = e.run_id and r.ends_on < :today))
      """
          .formatted(STARTED);

  private static final String ATTENDANCE_RATE =
      """
      select count(*) filter (where code in ('ATTENDED', 'PARTIAL', 'MAKE_UP')) as numerator,
        count(*) as denominator
      from (
        select (select a.code from attendance a
            where a.enrolment_id = e.id and a.session_id = s.id
            order by a.revision desc limit 1) as code
        from programme_session s join enrolment e on e.run_id = s.run_id
        left join referral_milestone m on m.referral_id = e.referral_id
        where s.date between :from and :to and s.status = 'HELD' and e.started_on <= s.date
          and (e.ended_on is null or s.date <= e.ended_on) and %s) due
      where code is distinct from 'NOT_REQUIRED'
      """
          .formatted(OF_BOROUGH);

  private static final String EXIT_REASONS =
      """
      select case when last.reason_code = 'SAFETY_HOLD' then 'PROGRAMME_REVIEW'
          else coalesce(last.reason_code, 'NOT_STATED') end as code,
        count(*) filter (where e.status = 'EXITED') as exits, count(*) as ended
      from enrolment e left join referral_milestone m on m.referral_id = e.referral_id
      left join lateral (select c.reason_code from enrolment_status_change c
        where c.enrolment_id = e.id and c.to_status = 'EXITED' order by c.id desc limit 1) last
        on true
      where e.ended_on between :from and :to and %s
      group by 1
      """
          .formatted(OF_BOROUGH);

  private final AgroalDataSource dataSource;

  Figures(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Every figure, in the order of their ids. */
  List<Figure> of(Cohort cohort, Instant asOf) {
    try (Connection connection = dataSource.getConnection()) {
      List<Figure> figures = new ArrayList<>();
      for (Metric metric : Metric.values()) {
        figures.add(count(connection, metric, cohort, asOf));
      }
      return figures;
    } catch (SQLException failure) {
      throw new IllegalStateException("The figures could not be counted", failure);
    }
  }

  private static Figure count(Connection connection, Metric metric, Cohort cohort, Instant asOf)
      throws SQLException {
    Query query = Query.of(sql(metric));
    try (PreparedStatement statement = query.prepared(connection, cohort);
        ResultSet row = statement.executeQuery()) {
      return metric == Metric.EXIT_REASONS ? exits(asOf, row) : figure(metric, asOf, row);
    }
  }

  private static String sql(Metric metric) {
    return switch (metric) {
      case START_RATE -> START_RATE;
      case START_RATE_OF_WORKED_WITH -> START_RATE_OF_WORKED_WITH;
      case WAIT_TO_START -> WAIT_TO_START;
      case HOURS_DELIVERED -> HOURS_DELIVERED;
      case REACHED_THRESHOLD -> REACHED_THRESHOLD;
      case COMPLETION_RATE -> COMPLETION_RATE;
      case ATTENDANCE_RATE -> ATTENDANCE_RATE;
      case EXIT_REASONS -> EXIT_REASONS;
    };
  }

  private static Figure figure(Metric metric, Instant asOf, ResultSet row) throws SQLException {
    boolean _ = row.next();
    Figure share = Figure.share(metric, asOf, row.getLong("numerator"), row.getLong("denominator"));
    return switch (metric) {
      case WAIT_TO_START ->
          share.with(
              new Figure.Days(
                  row.getObject("median", Integer.class),
                  row.getObject("p90", Integer.class),
                  row.getLong("unknown")));
      case HOURS_DELIVERED -> share.withMinutes(row.getLong("minutes"));
      default -> share;
    };
  }

  private static Figure exits(Instant asOf, ResultSet row) throws SQLException {
    Map<String, Long> byCode = new TreeMap<>();
    long ended = 0;
    while (row.next()) {
      ended += row.getLong("ended");
      if (row.getLong("exits") > 0) {
        byCode.merge(row.getString("code"), row.getLong("exits"), Long::sum);
      }
    }
    long exits = byCode.values().stream().mapToLong(Long::longValue).sum();
    return Figure.share(Metric.EXIT_REASONS, asOf, exits, ended).with(byCode);
  }

  /** A statement with named parameters; the driver knows only numbered ones. */
  private record Query(String sql, List<String> names) {

    // Not the second colon of a cast.
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]+)");

    static Query of(String named) {
      Matcher found = NAME.matcher(named);
      List<String> names = new ArrayList<>();
      while (found.find()) {
        names.add(found.group(1));
      }
      return new Query(found.replaceAll("?"), names);
    }

    PreparedStatement prepared(Connection connection, Cohort cohort) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      for (int i = 0; i < names.size(); i++) {
        statement.setObject(i + 1, value(names.get(i), cohort));
      }
      return statement;
    }

    private static @Nullable Object value(String name, Cohort cohort) {
      return switch (name) {
        case "from" -> cohort.from();
        case "to" -> cohort.to();
        case "borough" -> cohort.boroughCode();
        case "threshold" -> cohort.thresholdMinutes();
        case "today" -> cohort.today();
        default -> throw new IllegalArgumentException(name);
      };
    }
  }
}
