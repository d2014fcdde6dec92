package org.crossborough.outcomes.pathway;

import static org.crossborough.outcomes.pathway.Register.latest;
import static org.crossborough.outcomes.pathway.Register.latestOf;
import static org.crossborough.outcomes.pathway.Register.where;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a row of {@code participation} follows from the facts and the attendance of a referral, in
 * SQL: the same statement makes one row when something is told and all of them in a rebuild.
 */
final class ParticipationRow {

  private static final String RECEIVED = "referral.received.v1";
  private static final String AMENDED = "referral.amended.v1";
  private static final String ASSESSED = "assessment.completed.v1";
  private static final String ACCEPTED = "referral.accepted.v1";
  private static final String ALLOCATED = "referral.allocated.v1";
  private static final String CLOSED = "referral.closed.v1";
  private static final String PLANNED = "enrolment.planned.v1";
  private static final String TRANSFERRED = "enrolment.transferred.v1";
  private static final String SUSPENDED = "enrolment.suspended.v1";
  private static final String RESUMED = "enrolment.resumed.v1";
  private static final String NOT_STARTED = "enrolment.not-started.v1";
  private static final String EXITED = "enrolment.exited.v1";
  private static final String COMPLETED = "enrolment.completed.v1";

  private static final String STATUS =
      """
      case f.kind
        when 'referral.received.v1' then 'RECEIVED'
        when 'referral.returned-incomplete.v1' then 'RETURNED_INCOMPLETE'
        when 'referral.triaged.v1' then 'IN_TRIAGE'
        when 'assessment.completed.v1' then 'IN_ASSESSMENT'
        when 'referral.deferred.v1' then 'DEFERRED'
        when 'referral.accepted.v1' then 'ACCEPTED'
        when 'referral.waiting.v1' then 'WAITING_LIST'
        when 'referral.allocated.v1' then 'ALLOCATED'
        else f.data ->> 'ending' end\
      """;

  private static final String ENROLMENT_STATUS =
      """
      case f.kind
        when 'enrolment.planned.v1' then 'PLANNED'
        when 'enrolment.suspended.v1' then 'SUSPENDED'
        when 'enrolment.not-started.v1' then 'NOT_STARTED'
        when 'enrolment.exited.v1' then 'EXITED'
        when 'enrolment.completed.v1' then 'COMPLETED'
        when 'enrolment.follow-on-began.v1' then 'FOLLOW_ON'
        when 'enrolment.closed.v1' then 'CLOSED'
        else 'ACTIVE' end\
      """;

  private static final String OUTCOME =
      """
      case f.kind
        when 'enrolment.not-started.v1' then 'NOT_STARTED'
        when 'enrolment.exited.v1' then 'EXITED'
        else 'COMPLETED' end\
      """;

  // An acceptance, or the ending that is the service's own no.
  private static final String DECISIONS =
      "filter (where f.kind = 'referral.accepted.v1'"
          + " or (f.kind = 'referral.closed.v1' and f.data ->> 'ending' = 'DECLINED'))";

  private static final Map<String, String> TOLD = told();

  private static final Map<String, String> ATTENDED =
      Map.of(
          "attended_sessions", "coalesce(y.attended_sessions, 0)",
          "scheduled_sessions", "coalesce(y.scheduled_sessions, 0)",
          "countable_minutes", "coalesce(y.countable_minutes, 0)",
          "first_countable_on", "y.first_countable_on");

  // Attended means seen; a session that he missed while suspended was none for him.
  private static final String KNOWN =
      """
      with subject as materialized ({subjects}),
      told as (
        select s.referral_id, {told}
        from subject s left join {facts} f on f.subject_id = s.referral_id
        group by s.referral_id),
      away as (
        select f.subject_id as referral_id, f.kind,
               cast(f.told_at at time zone 'Europe/London' as date) as after_on,
               lead(cast(f.told_at at time zone 'Europe/London' as date))
                 over (partition by f.subject_id order by f.told_at, f.place, f.digest) as before_on
        from subject s join {facts} f on f.subject_id = s.referral_id
        where f.kind in ('enrolment.suspended.v1', 'enrolment.resumed.v1')),
      session as (
        select a.*, a.code in ('ATTENDED', 'PARTIAL', 'MAKE_UP') as seen,
               w.referral_id is not null as away
        from subject s join attendance a on a.referral_id = s.referral_id
          left join away w on w.referral_id = a.referral_id
            and w.kind = 'enrolment.suspended.v1' and a.held_on > w.after_on
            and (w.before_on is null or a.held_on < w.before_on)),
      attended as (
        select referral_id,
               count(*) filter (where seen and attended_minutes > 0) as attended_sessions,
               count(*) filter (where seen and attended_minutes > 0
                                or (code <> 'NOT_REQUIRED' and not away)) as scheduled_sessions,
               coalesce(sum(countable_minutes) filter (where seen), 0) as countable_minutes,
               min(held_on) filter (where seen and countable_minutes > 0) as first_countable_on
        from session group by referral_id)
      """;

  private static final String ROWS =
      """
      select t.referral_id, {values}
      from told t left join attended y on y.referral_id = t.referral_id
      """;

  private static final String KEPT =
      """
      insert into participation (referral_id, {columns})
      %s
      on conflict (referral_id) do update set {assignments}
      """
          .formatted(ROWS);

  private ParticipationRow() {}

  /** The statement that makes the rows of the referrals that a query lists. */
  static String of(String subjects) {
    return complete(KNOWN + KEPT, subjects);
  }

  /** The rows themselves, of the referrals that a query lists, without making them. */
  static String told(String subjects) {
    return complete(KNOWN + ROWS, subjects);
  }

  private static String complete(String sql, String subjects) {
    String told =
        TOLD.entrySet().stream()
            .map(column -> column.getValue() + " as " + column.getKey())
            .collect(Collectors.joining(",\n"));
    Map<String, String> values = new LinkedHashMap<>();
    TOLD.keySet().forEach(column -> values.put(column, "t." + column));
    values.putAll(ATTENDED);
    String assignments =
        values.keySet().stream()
            .map("%1$s = excluded.%1$s"::formatted)
            .collect(Collectors.joining(", "));
    return sql.replace("{subjects}", subjects)
        .replace("{told}", told)
        .replace("{facts}", Register.FACTS)
        .replace("{columns}", String.join(", ", values.keySet()))
        .replace(
            "{values}",
            values.entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey())
                .collect(Collectors.joining(", ")))
        .replace("{assignments}", assignments);
  }

  private static Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    List<String> place = List.of(RECEIVED, AMENDED);
    told.put(
        "person_id",
        latest("uuid", "personId", List.of(RECEIVED, ASSESSED, ACCEPTED, ALLOCATED, PLANNED)));
    told.put("referring_borough_code", latest("referringBoroughCode", RECEIVED, ALLOCATED));
    told.put("residence_borough_code", latest("text", "residenceBoroughCode", place));
    told.put("commissioning_borough_code", latest("text", "commissioningBoroughCode", place));
    told.put("referrer_type", latest("text", "referrerType", place));
    told.put("referred_on", latest("date", "referredOn", List.of(RECEIVED)));
    told.put("screening_id", latest("uuid", "screeningId", List.of(RECEIVED)));
    told.put(
        "returned_incomplete",
        "coalesce(bool_or(true) %s, false)".formatted(where("referral.returned-incomplete.v1")));
    told.put(
        "referral_status",
        latestOf(
            STATUS,
            RECEIVED,
            "referral.returned-incomplete.v1",
            "referral.triaged.v1",
            ASSESSED,
            "referral.deferred.v1",
            ACCEPTED,
            "referral.waiting.v1",
            ALLOCATED,
            CLOSED));
    told.put("closed_reason", latest("reasonCode", CLOSED));
    told.put(
        "assessed_on", "min(cast(f.data ->> 'assessedOn' as date)) %s".formatted(where(ASSESSED)));
    told.put("assessment_result", latest("result", ASSESSED));
    String decision =
        "(array_agg(%s order by f.told_at desc, f.place desc, f.digest desc) " + DECISIONS + ")[1]";
    told.put(
        "decision",
        decision.formatted(
            "case f.kind when 'referral.accepted.v1' then 'ACCEPTED' else 'DECLINED' end"));
    told.put("decided_on", decision.formatted("cast(f.data ->> 'decidedOn' as date)"));
    told.put("acceptance_basis", latest("acceptanceBasis", ACCEPTED));
    told.put("waiting_since", latest("date", "waitingSince", List.of("referral.waiting.v1")));
    told.put("review_on", latest("date", "reviewOn", List.of("referral.deferred.v1")));
    told.put(
        "run_id",
        "cast(%s as uuid)"
            .formatted(
                latestOf(
                    "coalesce(f.data ->> 'toRunId', f.data ->> 'runId')",
                    ALLOCATED,
                    PLANNED,
                    TRANSFERRED)));
    told.put(
        "enrolment_status",
        latestOf(
            ENROLMENT_STATUS,
            PLANNED,
            "enrolment.started.v1",
            SUSPENDED,
            RESUMED,
            NOT_STARTED,
            EXITED,
            COMPLETED,
            "enrolment.follow-on-began.v1",
            "enrolment.closed.v1"));
    told.put("outcome", latestOf(OUTCOME, NOT_STARTED, EXITED, COMPLETED));
    told.put(
        "ended_on",
        "cast(%s as date)"
            .formatted(
                latestOf(
                    "coalesce(f.data ->> 'exitedOn', f.data ->> 'completedOn')",
                    NOT_STARTED,
                    EXITED,
                    COMPLETED)));
    told.put("exit_reason", latestOf("f.data ->> 'reasonCode'", NOT_STARTED, EXITED, COMPLETED));
    return told;
  }
}
