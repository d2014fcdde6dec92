package org.crossborough.outcomes.form;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.outcomes.pairing.Stage;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A TOP as it is sent. Numbers are taken as they come, so that a half is refused and not cut.
 *
 * @param episodeReference the sender's number of the treatment episode: one start for each
 * @param clientReference the organisation's own number of the man; never a name
 * @param recordReference the sender's own number of this record: sent again, it is the same record
 * @param organisation who completed it; the sender itself when absent
 * @param careCoordinator whether that organisation coordinates his care (TOPCC)
 * @param nationalConsent whether he agreed that the national system is told
 * @param dateOfBirth held against the interview's day, and not kept
 */
@Schema(name = "NewTopRecord", description = "What is missing or null was not answered.")
public record TopForm(
    @NotNull UUID referralId,
    @NotNull Stage stage,
    @NotNull LocalDate interviewDate,
    @NotNull FormVersion formVersion,
    @NotNull Substances substances,
    @Nullable Injecting injecting,
    @Nullable Crime crime,
    @Nullable Social social,
    @Schema(
            type = SchemaType.INTEGER,
            minimum = "0",
            maximum = "20",
            description = "0 poor to 20 good.")
        @Nullable BigDecimal psychologicalHealth,
    @Schema(
            type = SchemaType.INTEGER,
            minimum = "0",
            maximum = "20",
            description = "0 poor to 20 good.")
        @Nullable BigDecimal physicalHealth,
    @Schema(
            type = SchemaType.INTEGER,
            minimum = "0",
            maximum = "20",
            description = "0 poor to 20 good.")
        @Nullable BigDecimal qualityOfLife,
    @Nullable Anchor anchor,
    @Nullable LocalDate treatmentStartedOn,
    @Nullable LocalDate treatmentEndedOn,
    @Nullable @Pattern(regexp = TopForm.REFERENCE) String episodeReference,
    @Nullable @Pattern(regexp = TopForm.REFERENCE) String clientReference,
    @Nullable @Pattern(regexp = TopForm.REFERENCE) String recordReference,
    @Nullable @Pattern(regexp = TopForm.REFERENCE) String organisation,
    @Nullable Boolean careCoordinator,
    @Nullable Boolean nationalConsent,
    @Nullable LocalDate dateOfBirth) {

  /** A number or code of somebody's own: too short and too plain for a story about the man. */
  public static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/-]{0,39}";

  /** The answers in days, by what they are about; what was not sent is missing. */
  Map<Item, Days> days() {
    Map<Item, Days> days = new EnumMap<>(Item.class);
    substances.addTo(days);
    if (injecting != null) {
      put(days, Item.INJECTED, injecting.days());
    }
    if (crime != null) {
      put(days, Item.SHOPLIFTING, crime.shoplifting());
      put(days, Item.DRUG_SELLING, crime.drugSelling());
    }
    if (social != null) {
      put(days, Item.PAID_WORK, social.paidWork());
      put(days, Item.VOLUNTEERING, social.volunteering());
      put(days, Item.WORK_PLACEMENT, social.workPlacement());
      put(days, Item.EDUCATION, social.education());
    }
    return days;
  }

  /** The answers of yes or no; what was not sent is missing. */
  Map<Item, Boolean> yesNo() {
    Map<Item, Boolean> answers = new EnumMap<>(Item.class);
    if (injecting != null) {
      put(answers, Item.SHARED_NEEDLE, injecting.sharedNeedle());
      put(answers, Item.SHARED_EQUIPMENT, injecting.sharedEquipment());
      put(answers, Item.SHARING, injecting.sharing());
    }
    if (crime != null) {
      put(answers, Item.VEHICLE_THEFT, crime.vehicleTheft());
      put(answers, Item.PROPERTY_THEFT, crime.propertyTheft());
      put(answers, Item.FRAUD, crime.fraud());
      put(answers, Item.OTHER_THEFT, crime.otherTheft());
      put(answers, Item.ASSAULT, crime.assault());
    }
    if (social != null) {
      put(answers, Item.ACUTE_HOUSING_PROBLEM, social.acuteHousingProblem());
      put(answers, Item.UNSUITABLE_HOUSING, social.unsuitableHousing());
      put(answers, Item.EVICTION_RISK, social.evictionRisk());
    }
    return answers;
  }

  private static <T> void put(Map<Item, T> answers, Item item, @Nullable T answer) {
    if (answer != null) {
      answers.put(item, answer);
    }
  }

  /** The answers of the form's first section. */
  @Schema(name = "NewTopSubstances")
  public record Substances(
      @Nullable @Valid Days alcohol,
      @Nullable @Valid Days opiates,
      @Nullable @Valid Days crack,
      @Nullable @Valid Days cocaine,
      @Nullable @Valid Days amphetamines,
      @Nullable @Valid Days cannabis,
      @Nullable @Valid Days other,
      @Nullable @Valid Days tobacco) {

    private void addTo(Map<Item, Days> days) {
      put(days, Item.ALCOHOL, alcohol);
      put(days, Item.OPIATES, opiates);
      put(days, Item.CRACK, crack);
      put(days, Item.COCAINE, cocaine);
      put(days, Item.AMPHETAMINES, amphetamines);
      put(days, Item.CANNABIS, cannabis);
      put(days, Item.OTHER, other);
      put(days, Item.TOBACCO, tobacco);
    }
  }

  /**
   * The answers of the second section.
   *
   * @param sharing whether either was shared; follows from the two when they are answered
   */
  @Schema(name = "NewTopInjecting")
  public record Injecting(
      @Nullable Days days,
      @Nullable Boolean sharedNeedle,
      @Nullable Boolean sharedEquipment,
      @Nullable Boolean sharing) {}

  /**
   * The answers of the third section.
   *
   * @param otherTheft whether there was any of the three; follows from them when they are answered
   */
  @Schema(name = "NewTopCrime")
  public record Crime(
      @Nullable Days shoplifting,
      @Nullable Days drugSelling,
      @Nullable Boolean vehicleTheft,
      @Nullable Boolean propertyTheft,
      @Nullable Boolean fraud,
      @Nullable Boolean otherTheft,
      @Nullable Boolean assault) {}

  /** The answers of the fourth section, but for the ratings. */
  @Schema(name = "NewTopSocial")
  public record Social(
      @Nullable Days paidWork,
      @Nullable Days volunteering,
      @Nullable Days workPlacement,
      @Nullable Days education,
      @Nullable Boolean acuteHousingProblem,
      @Nullable Boolean unsuitableHousing,
      @Nullable Boolean evictionRisk) {}

  /**
   * Days: per week, in total, or both; of a substance also the amount and, without item, a name.
   */
  @Schema(name = "NewTopDays")
  public record Days(
      @Schema(description = "Four weeks of 0 to 7 days in the form's order; null for unknown.")
          @Nullable List<@Nullable BigDecimal> weeks,
      @Schema(
              type = SchemaType.INTEGER,
              minimum = "0",
              maximum = "28",
              description = "The sum when all weeks are given.")
          @Nullable BigDecimal total,
      @Nullable String name,
      @Schema(
              minimum = "0",
              maximum = "9999.99",
              description = "On a using day: units of alcohol, grams, or spliffs of cannabis.")
          @Nullable BigDecimal typicalAmount) {

    /** A total alone. */
    public static Days ofTotal(BigDecimal total) {
      return new Days(null, total, null, null);
    }
  }
}
