package org.crossborough.programme.figures;

/** The figures this service answers for, each with how it is counted. */
enum Metric {
  START_RATE(
      "M-07",
      "Started, of those accepted",
      "Referrals accepted in the period; of these, those whose man has attended countable minutes."),
  START_RATE_OF_WORKED_WITH(
      "M-08",
      "Started, of those worked with",
      "Referrals whose first attended contact, an assessment or a session of any kind, lies in the period; of"
          + " these, those whose man has attended countable minutes."),
  WAIT_TO_START(
      "M-10",
      "Wait from referral to start",
      "Enrolments started in the period, in days from the referral's date to the first countable"
          + " session; the share is of those of at most 21 days. Median and 90th percentile are"
          + " the lowest number of days that half, or nine in ten, did not exceed."),
  HOURS_DELIVERED(
      "M-11",
      "Hours delivered",
      "Countable attended minutes of sessions held in the period, those alone with a facilitator"
          + " included where they count, as the log now stands; the"
          + " numerator is the enrolments that had any, the denominator those with any entry."),
  REACHED_THRESHOLD(
      "M-12",
      "Reached the threshold of countable hours",
      "Enrolments started in the period; of these, those with at least the threshold of countable"
          + " minutes, compared in minutes."),
  COMPLETION_RATE(
      "M-13",
      "Completed",
      "Enrolments started in the period that ended or whose run's last day has passed; of these,"
          + " those completed, the follow-on and what comes after it included."),
  ATTENDANCE_RATE(
      "M-14",
      "Attendance",
      "Sessions held in the period on a run's day between a man's start and his end, once for each"
          + " man, without those where he was not required; of these, those he attended, in whole,"
          + " in part or made up."),
  EXIT_REASONS(
      "M-15",
      "Exits by reason",
      "Enrolments that ended in the period before completion, by reason; the denominator is all"
          + " that ended in the period.");

  private final String id;
  private final String title;
  private final String method;

  Metric(String id, String title, String method) {
    this.id = id;
    this.title = title;
    this.method = method;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  String method() {
    return method;
  }
}
