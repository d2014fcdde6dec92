package org.crossborough.programme.practice;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what would let somebody be reached, in text where nobody's contact details belong. */
final class ContactDetails {

  private static final Pattern PHONE =
      Pattern.compile("(?<!\\d)(?:\\+\\d|0)(?:[\\s().-]{0,2}\\d){8,}");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s{0,2}\\d[ABD-HJLNP-UW-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]@[^\\s@]+\\.[^\\s@]");

  private ContactDetails() {}

  /** Whether a text carries a telephone number, a postcode or an e-mail address. */
  static boolean in(@Nullable String text) {
    if (text == null) {
      return false;
    }
    // Full-width and other compatibility forms read like the plain ones.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return PHONE.matcher(plain).find()
        || POSTCODE.matcher(plain).find()
        || EMAIL.matcher(plain).find();
  }
}
