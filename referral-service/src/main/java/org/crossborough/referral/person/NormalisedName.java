package org.crossborough.referral.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name as it is compared and searched for: without accents, case, punctuation and doubled spaces,
 * so that {@code O’Brien-Łukasz} and {@code OBRIEN LUKASZ} are one.
 */
public final class NormalisedName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  // An apostrophe joins (O'Brien), everything else that is no letter or digit separates.
  private static final Pattern JOINING = Pattern.compile("['’‘`´ʼ]");
  private static final Pattern SEPARATING = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters that no decomposition takes apart. */
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ı', "i"));

  private NormalisedName() {}

  /** The normalised form; empty for a text without letters and digits. Applied twice, the same. */
  public static String of(String name) {
    String joined = JOINING.matcher(name).replaceAll("");
    StringBuilder plain = new StringBuilder();
    decomposed(decomposed(joined).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
        .codePoints()
        .forEach(letter -> {
          String replacement = PLAIN.get(letter);
          if (replacement == null) {
            plain.appendCodePoint(letter);
          } else {
            plain.append(replacement);
          }
        });
    return SEPARATING.matcher(plain).replaceAll(" ").strip();
  }

  /** Some letters have an apostrophe in them, which shows only when they are taken apart. */
  private static String decomposed(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return JOINING.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll("");
  }
}
