package org.crossborough.chassis.text;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would let somebody be reached, in text where nobody's contact details belong. Errs on
 * the side of finding: a sender who is refused rewords a sentence, a number that gets through may
 * lead to somebody at risk.
 */
public final class ContactDetails {

  /** The shortest number has nine digits; three words say them if each is tripled. */
  private static final int FEWEST_DIGITS = 9;

  private static final int FEWEST_SPOKEN = 3;

  /** What people put between the digits of a number. */
  private static final String GAP = "[^\\p{L}\\p{N}]{0,3}";

  private static final Pattern PHONE =
      Pattern.compile(
          ("(?<!\\d)(?:"
                  // With a trunk zero or a plus; nine digits are the shortest.
                  + "(?:\\+GAP\\d|0)(?:GAP\\d){8,}"
                  // Abroad's way of writing a British number, and a mobile without its zero.
                  + "|44(?:GAP\\d){10}(?!\\d)|7(?:GAP\\d){9}(?!\\d))")
              .replace("GAP", GAP));

  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s{0,2}\\d[ABD-HJLNP-UW-Z]{2}\\b", CASE_INSENSITIVE);

  /** A postcode with gaps in it; only with a real area, since "at 5 2nd" is no address. */
  private static final Pattern SPACED_POSTCODE =
      Pattern.compile(
          "\\b([A-Z](?:GAP[A-Z])?)GAP\\d(?:GAP[A-Z\\d])?GAP\\dGAP[ABD-HJLNP-UW-Z]GAP[ABD-HJLNP-UW-Z]\\b"
              .replace("GAP", "[\\s._-]{0,2}"),
          CASE_INSENSITIVE);

  /** What a postcode of the United Kingdom can begin with. */
  private static final Set<String> AREAS =
      Set.of(
          """
          AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT
          DY E EC EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL
          LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL
          SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE\
          """
              .split("\\s+"));

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]@[^\\s@]+\\.[^\\s@]");

  private static final Pattern AT_WORD = Pattern.compile("\\bat\\b", CASE_INSENSITIVE);
  private static final String DOT_WORD = "\\s*[\\[({<]?\\s*\\bdot\\b\\s*[\\])}>]?\\s*";
  private static final String TOP =
      "(?:com|org|net|uk|co|gov|nhs|info|eu|io|me|app|biz|invalid|example|test)\\b";

  /** An e-mail address with gaps, or with its signs in words. */
  private static final Pattern DISGUISED_EMAIL =
      Pattern.compile(
          ("\\w(?:SIGN[\\w-]+(?:(?:DOT|\\s*\\.\\s*)[\\w-]+){0,3}(?:DOT[\\w-]{2,}|\\s*\\.\\s*TOP)"
                  + "|\\s+at\\s+[\\w-]+(?:(?:DOT|\\.)[\\w-]+){0,3}(?:DOT[\\w-]{2,}|\\.TOP))")
              .replace("SIGN", "\\s*(?:@|[\\[({<]\\s*at\\s*[\\])}>])\\s*")
              .replace("DOT", DOT_WORD)
              .replace("TOP", TOP),
          CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS);

  /** A day or a time, which is made of digits too but reaches nobody. */
  private static final Pattern DAY_OR_TIME =
      Pattern.compile(
          "(?<!\\d)(?:(?:0?[1-9]|[12]\\d|3[01])([-./])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d\\d"
              + "|(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"
              + "|(?:[01]?\\d|2[0-3]):[0-5]\\d)(?!\\d)");

  private static final Map<String, String> SPOKEN =
      Map.ofEntries(
          Map.entry("zero", "0"),
          Map.entry("oh", "0"),
          Map.entry("nought", "0"),
          Map.entry("nil", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"));

  private static final Pattern DIGIT_WORD =
      Pattern.compile("\\b(?:" + String.join("|", SPOKEN.keySet()) + ")\\b", CASE_INSENSITIVE);
  private static final Pattern DOUBLE = Pattern.compile("\\bdouble\\W{1,3}(\\d)", CASE_INSENSITIVE);
  private static final Pattern TRIPLE = Pattern.compile("\\btriple\\W{1,3}(\\d)", CASE_INSENSITIVE);
  private static final Pattern LETTER_O =
      Pattern.compile("(?<=\\d)o{1,4}|\\bo{1,4}(?=\\d)", CASE_INSENSITIVE);
  private static final Pattern LETTER_L = Pattern.compile("(?<=\\d)[lI|]");

  private ContactDetails() {}

  /**
   * Whether a text carries a telephone number, a postcode or an e-mail address, disguised or not:
   * digits of any script, spelt out, or apart from each other; "at" and "dot" in words; gaps and
   * invisible characters.
   */
  public static boolean in(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return false;
    }
    String plain = plain(text);
    return telephone(plain) || emailAddress(plain) || postcode(plain);
  }

  /**
   * Whether an address carries a telephone number or an e-mail address; its postcode is its own.
   */
  public static boolean inAddress(@Nullable String text) {
    return text != null && (telephone(plain(text)) || emailAddress(plain(text)));
  }

  /**
   * Whether a reference is in fact a mobile or international number, a postcode or an e-mail
   * address. Narrower than {@link #in}, since references are made of digits.
   */
  public static boolean isReference(String text) {
    String plain = plain(text).strip();
    return plain.matches("(?:\\+|07)[\\d\\s().-]{8,}")
        || POSTCODE.matcher(plain).matches()
        || emailAddress(plain);
  }

  // Each search is preceded by what is cheap to know: every referral is searched in many places.

  private static boolean telephone(String plain) {
    long digits = digits(plain);
    if (digits >= FEWEST_DIGITS && PHONE.matcher(withoutDays(plain)).find()) {
      return true;
    }
    long words = DIGIT_WORD.matcher(plain).results().limit(FEWEST_SPOKEN).count();
    return digits + words >= FEWEST_SPOKEN
        && PHONE.matcher(spokenAsDigits(withoutDays(plain))).find();
  }

  private static String withoutDays(String plain) {
    return DAY_OR_TIME.matcher(plain).replaceAll("#x#");
  }

  private static boolean postcode(String plain) {
    return digits(plain) >= 2
        && (POSTCODE.matcher(plain).find()
            || SPACED_POSTCODE.matcher(plain).results().anyMatch(found -> isArea(found.group(1))));
  }

  private static boolean emailAddress(String plain) {
    boolean sign = plain.indexOf('@') >= 0;
    if (sign && EMAIL.matcher(plain).find()) {
      return true;
    }
    return (sign || AT_WORD.matcher(plain).find()) && DISGUISED_EMAIL.matcher(plain).find();
  }

  private static long digits(String plain) {
    return plain.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private static boolean isArea(String letters) {
    return AREAS.contains(letters.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT));
  }

  /** Compatibility forms, digits of every script and invisible characters, as they are read. */
  private static String plain(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(compatible.length());
    compatible
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** "oh seven double seven" as 0777, and a letter O or l that stands in for a digit. */
  private static String spokenAsDigits(String plain) {
    String digits =
        DIGIT_WORD
            .matcher(plain)
            .replaceAll(word -> SPOKEN.getOrDefault(word.group().toLowerCase(Locale.ROOT), ""));
    digits = DOUBLE.matcher(digits).replaceAll("$1$1");
    digits = TRIPLE.matcher(digits).replaceAll("$1$1$1");
    digits = LETTER_O.matcher(digits).replaceAll(run -> "0".repeat(run.group().length()));
    return LETTER_L.matcher(digits).replaceAll("1");
  }
}
