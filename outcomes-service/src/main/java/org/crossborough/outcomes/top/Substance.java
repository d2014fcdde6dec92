package org.crossborough.outcomes.top;

import java.util.Locale;
import java.util.Set;

/** The substances a TOP asks about; {@link #OTHER} is named by the record itself. */
enum Substance {
  ALCOHOL,
  OPIATES,
  CRACK,
  COCAINE,
  AMPHETAMINES,
  CANNABIS,
  OTHER,
  TOBACCO;

  private static final Set<String> HAVE_AN_ITEM =
      Set.of(
          "alcohol",
          "opiates",
          "opioids",
          "crack",
          "cocaine",
          "amphetamines",
          "cannabis",
          "tobacco");

  /** Its name as a field. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a name given for another substance is one that has an item of its own. */
  static boolean hasAnItem(String name) {
    return HAVE_AN_ITEM.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
