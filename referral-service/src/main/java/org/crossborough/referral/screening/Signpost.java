package org.crossborough.referral.screening;

import java.util.List;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A service of its own to tell a man about, outside this programme; that he was told is not kept.
 */
@Schema(name = "Signpost")
record Signpost(String service, String purpose, String telephone) {

  /** Where a man with this result can turn; nowhere else when he is referred. */
  static List<Signpost> after(Result result, ScreeningConfig.Signposts numbers) {
    return switch (result) {
      case POSITIVE_REFER, INCOMPLETE -> List.of();
      case POSITIVE_CLIENT_DECLINED, POSITIVE_NOT_ELIGIBLE, NEGATIVE ->
          List.of(
              new Signpost(
                  "Respect Phoneline",
                  "For people who are worried about their own behaviour towards a partner",
                  numbers.respectPhoneline()));
      case POSSIBLE_VICTIM ->
          List.of(
              new Signpost(
                  "Men's Advice Line",
                  "For men who are harmed by a partner or ex-partner",
                  numbers.mensAdviceLine()));
    };
  }
}
