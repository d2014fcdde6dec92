package org.crossborough.programme.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.crossborough.programme.report.ReportFacts.Kind;
import org.jspecify.annotations.Nullable;

/** A report as an XHTML page; every value is escaped where it comes in. */
final class ReportPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 20mm; }
      body { font-family: 'Liberation Sans'; font-size: 11pt; line-height: 1.4; }
      h1 { font-size: 18pt; margin: 0 0 4mm 0; }
      h2 { font-size: 13pt; margin: 8mm 0 2mm 0; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: 1.2mm 2mm; border-bottom: 0.3pt solid #808080; }
      th { font-weight: normal; width: 55%; }
      """;

  private ReportPage() {}

  static String of(ReportFacts facts) {
    String title = facts.kind() == Kind.COMPLETION ? "Completion report" : "Progress report";
    return """
    <html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml">
    <head><title>%1$s</title><meta name="description" content="%1$s"/><style>%2$s</style></head>
    <body><h1>%1$s</h1>%3$s<h2>Attendance</h2>%4$s<h2>Modules</h2>%5$s<h2>Reviews</h2>%6$s
    <p>Minutes are whole minutes. Countable minutes are those of work on violence and abuse.</p>
    </body></html>
    """
        .formatted(title, STYLE, person(facts), attendance(facts), modules(facts), reviews(facts));
  }

  private static String person(ReportFacts facts) {
    ReportFacts.Name name = facts.participant();
    return table(
        List.of(
            row("Name", name == null ? "Not held" : name.givenName() + " " + name.familyName()),
            row("Programme", words(facts.programme().templateCode())),
            row(
                "Run",
                day(facts.programme().startsOn()) + " to " + day(facts.programme().endsOn())),
            row("Status", words(facts.status())),
            row("Started", day(facts.startedOn())),
            row("Ended", day(facts.endedOn())),
            row("Drawn up", day(facts.drawnUpOn()))));
  }

  private static String attendance(ReportFacts facts) {
    ReportFacts.Attendance seen = facts.attendance();
    ReportFacts.Hours hours = facts.hours();
    return table(
        List.of(
            row("Sessions recorded", seen.sessionsRecorded()),
            row("Attended", seen.attended()),
            row("Attended in part", seen.attendedInPart()),
            row("Made up", seen.madeUp()),
            row("Absent, authorised", seen.absentAuthorised()),
            row("Absent, unauthorised", seen.absentUnauthorised()),
            row("Other", seen.other()),
            row("Minutes attended", hours.attendedMinutes()),
            row("Countable minutes", hours.countableMinutes()),
            row("Countable minutes needed", hours.minimumCountableMinutes())));
  }

  private static String modules(ReportFacts facts) {
    return facts.modules().isEmpty()
        ? "<p>None yet.</p>"
        : table(
            facts.modules().stream()
                .map(module ->
                    row(words(module.moduleCode()), module.covered() ? "Covered" : "Not covered"))
                .toList());
  }

  private static String reviews(ReportFacts facts) {
    return facts.reviews().isEmpty()
        ? "<p>None yet.</p>"
        : table(
            facts.reviews().stream()
                .map(review ->
                    row(
                        words(review.stage()) + ", " + day(review.reviewedOn()),
                        "Takes responsibility: " + words(review.takingResponsibility())))
                .toList());
  }

  private static String table(List<String> rows) {
    return rows.stream().collect(Collectors.joining("", "<table>", "</table>"));
  }

  private static String row(String label, Object value) {
    return "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
        .formatted(escaped(label), escaped(String.valueOf(value)));
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "–" : DAY.format(day);
  }

  private static String words(String code) {
    String words = code.replace('_', ' ').toLowerCase(Locale.UK);
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  /** Text as XML may hold it: characters that XML 1.0 forbids become the replacement character. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
          }
        });
    return safe.toString();
  }

  private static boolean isXml(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
