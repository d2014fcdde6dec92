package org.crossborough.outcomes.equality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.disclosure.Share;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The equality profile as it may be shown. */
@Schema(name = "EqualityProfiles")
record EqualityView(String policy, String scope, List<ProfileView> items) {

  static final String EXAMPLE =
      """
      {"policy":"NHS_1_7_R5","scope":"E12000007","items":[{"period":"2026-Q1","basis":"RECEIVED",\
      "asOf":"2026-07-01T03:00:00Z","characteristics":[{"characteristic":"ETHNICITY",\
      "notKnownPercent":"8.3","suppressed":false,"counts":[\
      {"code":"A","men":110,"suppressed":false},{"code":"NOT_STATED","men":10,"suppressed":false},\
      {"code":"P","suppressed":true}]}]}]}\
      """;

  private static final String LONDON = "E12000007";
  private static final int PERCENT = 100;

  /** The counts of one period and basis. */
  @Schema(name = "EqualityBasisProfile")
  record ProfileView(
      String period, String basis, Instant asOf, List<CharacteristicView> characteristics) {}

  /**
   * One characteristic.
   *
   * @param notKnownPercent the share of not stated and not asked; * when suppressed, absent without
   *     anybody
   */
  @Schema(name = "EqualityCharacteristic")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CharacteristicView(
      String characteristic,
      @Nullable String notKnownPercent,
      boolean suppressed,
      List<CountView> counts) {}

  /** One count; absent when suppressed. */
  @Schema(name = "EqualityCount")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CountView(String code, @Nullable Long men, boolean suppressed) {}

  static EqualityView of(List<EqualityCounts.Profile> profiles, DisclosurePolicy policy) {
    return new EqualityView(
        policy.name(), LONDON, profiles.stream().map(profile -> of(profile, policy)).toList());
  }

  private static ProfileView of(EqualityCounts.Profile profile, DisclosurePolicy policy) {
    return new ProfileView(
        profile.period(),
        profile.basis(),
        profile.publishedAt(),
        profile.characteristics().stream().map(one -> of(one, policy)).toList());
  }

  private static CharacteristicView of(
      EqualityCounts.Characteristic characteristic, DisclosurePolicy policy) {
    Share notKnown = policy.share(characteristic.notKnown(), characteristic.total());
    return new CharacteristicView(
        characteristic.name(),
        percent(notKnown),
        notKnown.isSuppressed(),
        characteristic.men().entrySet().stream()
            .map(count -> of(count.getKey(), policy.count(count.getValue())))
            .toList());
  }

  private static CountView of(String code, Cell cell) {
    return new CountView(code, cell.shown(), cell.isHidden());
  }

  private static @Nullable String percent(Share share) {
    Long part = share.numerator().shown();
    Long whole = share.denominator().shown();
    if (part == null || whole == null) {
      return Cell.MARK;
    }
    return whole == 0
        ? null
        : BigDecimal.valueOf(part * PERCENT)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
