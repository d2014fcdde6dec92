package org.crossborough.programme.practice;

import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What may be written in words: nothing by which somebody could be reached. */
final class FreeText {

  /** The longest text, in characters. */
  static final int LONGEST = 2000;

  private FreeText() {}

  /**
   * The text without blanks around it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it carries a telephone number, a
   *     postcode or an e-mail address
   */
  static @Nullable String of(String field, @Nullable String text) {
    if (ContactDetails.in(text)) {
      throw RequestProblem.INVALID.of(
          List.of(
              new Violation(
                  field,
                  "CONTAINS_CONTACT_DETAILS",
                  "must not carry a telephone number, a postcode or an e-mail address")));
    }
    return text == null ? null : text.strip();
  }
}
