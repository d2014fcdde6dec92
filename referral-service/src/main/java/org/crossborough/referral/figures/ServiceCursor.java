package org.crossborough.referral.figures;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.crossborough.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list of services, which is ordered by borough, then by name, those without a name
 * first; opaque to callers.
 *
 * @param boroughCode of the service seen last; empty at the start
 * @param nameKey its name behind a 1, or nothing for those without one
 */
record ServiceCursor(String boroughCode, String nameKey) {

  // Other than those of other lists, so that none is taken for another.
  private static final char FORMAT = '3';
  private static final char BETWEEN = '\t';
  private static final ServiceCursor START = new ServiceCursor("", "");

  /** The place behind a service. */
  static ServiceCursor behind(ScreeningYields.Service service) {
    String name = service.organisation();
    return new ServiceCursor(service.boroughCode(), name == null ? "" : "1" + name);
  }

  String text() {
    String plain = FORMAT + boroughCode + BETWEEN + nameKey;
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The place a text stands for; the start without one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the text was not made here
   */
  static ServiceCursor after(@Nullable String cursor) {
    if (cursor == null) {
      return START;
    }
    try {
      String plain =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
              .toString();
      int between = plain.indexOf(BETWEEN);
      if (between > 0 && plain.charAt(0) == FORMAT && plain.indexOf('\0') < 0) {
        return new ServiceCursor(plain.substring(1, between), plain.substring(between + 1));
      }
    } catch (IllegalArgumentException | CharacterCodingException notOurs) {
      // Answered below like any other text that is not ours.
    }
    throw RequestProblem.INVALID_CURSOR.because("Use a cursor exactly as it was returned.");
  }
}
