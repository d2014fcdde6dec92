package org.crossborough.programme.practice;

import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What may be written in words: text, and nothing by which somebody could be reached. */
final class FreeText {

  /** The longest text, in characters. */
  static final int LONGEST = 2000;

  private FreeText() {}

  /**
   * The text without blanks around it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it carries a telephone number, a
   *     postcode, an e-mail address, or characters that are no text
   */
  static @Nullable String of(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.codePoints().allMatch(FreeText::isText)) {
      throw invalid(field, "NOT_TEXT", "must not carry control characters or halves of characters");
    }
    if (ContactDetails.in(text)) {
      throw invalid(
          field,
          "CONTAINS_CONTACT_DETAILS",
          "must not carry a telephone number, a postcode or an e-mail address");
    }
    return text.strip();
  }

  private static boolean isText(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !half && (!Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
  }

  private static RuntimeException invalid(String field, String code, String message) {
    return RequestProblem.INVALID.of(List.of(new Violation(field, code, message)));
  }
}
