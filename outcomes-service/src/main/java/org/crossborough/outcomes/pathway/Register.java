package org.crossborough.outcomes.pathway;

import java.util.List;
import java.util.stream.Collectors;

/**
 * SQL for what the facts of a subject say at last: the latest that tells of something has the word.
 * Of facts of the same moment the one later in the pathway has it, then the one with the higher
 * digest, so that the answer never depends on the order in which they came.
 */
final class Register {

  /** The kinds of facts in the order of the pathway. */
  static final List<String> PATHWAY =
      List.of(
          "referral.received.v1",
          "referral.returned-incomplete.v1",
          "referral.amended.v1",
          "referral.triaged.v1",
          "assessment.completed.v1",
          "referral.deferred.v1",
          "referral.accepted.v1",
          "referral.waiting.v1",
          "referral.allocated.v1",
          "referral.closed.v1",
          "enrolment.planned.v1",
          "enrolment.started.v1",
          "enrolment.suspended.v1",
          "enrolment.resumed.v1",
          "enrolment.transferred.v1",
          "enrolment.not-started.v1",
          "enrolment.exited.v1",
          "enrolment.completed.v1",
          "enrolment.follow-on-began.v1",
          "enrolment.closed.v1",
          "run.scheduled.v1",
          "run.rescheduled.v1",
          "run.finished.v1",
          "run.cancelled.v1");

  /** The facts of each subject as {@code f}, with their place in the pathway. */
  static final String FACTS =
      "(select *, array_position(array[%s], kind) as place from fact)".formatted(list(PATHWAY));

  private Register() {}

  /** The latest word of some kinds on a field. */
  static String latest(String field, String... kinds) {
    return "(array_agg(f.data ->> '%s' order by f.told_at desc, f.place desc, f.digest desc) %s)[1]"
        .formatted(field, where(kinds));
  }

  /** The same of a field that holds an id or a day. */
  static String latest(String type, String field, List<String> kinds) {
    return "cast(%s as %s)".formatted(latest(field, kinds.toArray(String[]::new)), type);
  }

  /** What the latest of some facts is called, by a {@code case} over them. */
  static String latestOf(String caseOfKind, String... kinds) {
    return "(array_agg(%s order by f.told_at desc, f.place desc, f.digest desc) %s)[1]"
        .formatted(caseOfKind, where(kinds));
  }

  /** Only facts of some kinds. */
  static String where(String... kinds) {
    return "filter (where f.kind in (%s))".formatted(list(List.of(kinds)));
  }

  private static String list(List<String> kinds) {
    return kinds.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
  }
}
