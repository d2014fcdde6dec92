package org.crossborough.referral.screening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a screening's answer tells that may change without a release. */
@ConfigMapping(prefix = "crossborough.screening")
public interface ScreeningConfig {

  /** For how many days after the last answer a draft is kept. */
  @WithDefault("28")
  int draftDays();

  /** What {@link #draftDays()} rests on. */
  @WithDefault(
      "Own default: four weeks; a screening looks back from its day, so an older draft is begun anew."
          + " No source states one.")
  String draftBasis();

  /** The helplines that men who are not referred are told of. */
  Signposts signposts();

  /** Their telephone numbers; to be checked against the helplines' own pages at every release. */
  interface Signposts {

    /** Respect Phoneline, for those who harm. */
    @WithDefault("0808 802 4040")
    String respectPhoneline();

    /** Men's Advice Line, for men who are harmed. */
    @WithDefault("0808 801 0327")
    String mensAdviceLine();
  }
}
