package org.crossborough.outcomes.top;

import jakarta.validation.constraints.NotNull;
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

/** A TOP as it is sent. Numbers are taken as they come, so that a half is refused and not cut. */
@Schema(name = "NewTopRecord", description = "What is missing or null was not answered.")
record TopForm(
    @NotNull UUID referralId,
    @NotNull Stage stage,
    @NotNull LocalDate interviewDate,
    @NotNull FormVersion formVersion,
    @NotNull Substances substances,
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
        @Nullable BigDecimal qualityOfLife) {

  /** The answers of the form's first section. */
  @Schema(name = "NewTopSubstances")
  record Substances(
      @Nullable Days alcohol,
      @Nullable Days opiates,
      @Nullable Days crack,
      @Nullable Days cocaine,
      @Nullable Days amphetamines,
      @Nullable Days cannabis,
      @Nullable Days other,
      @Nullable Days tobacco) {

    Map<Substance, Days> given() {
      Map<Substance, Days> given = new EnumMap<>(Substance.class);
      put(given, Substance.ALCOHOL, alcohol);
      put(given, Substance.OPIATES, opiates);
      put(given, Substance.CRACK, crack);
      put(given, Substance.COCAINE, cocaine);
      put(given, Substance.AMPHETAMINES, amphetamines);
      put(given, Substance.CANNABIS, cannabis);
      put(given, Substance.OTHER, other);
      put(given, Substance.TOBACCO, tobacco);
      return given;
    }

    private static void put(Map<Substance, Days> given, Substance substance, @Nullable Days days) {
      if (days != null) {
        given.put(substance, days);
      }
    }
  }

  /** Days of use: per week, in total, or both; a name for a substance that has no item. */
  @Schema(name = "NewTopDays")
  record Days(
      @Schema(description = "Four weeks of 0 to 7 days in the form's order; null for unknown.")
          @Nullable List<@Nullable BigDecimal> weeks,
      @Schema(
              type = SchemaType.INTEGER,
              minimum = "0",
              maximum = "28",
              description = "The sum when all weeks are given.")
          @Nullable BigDecimal total,
      @Nullable String name) {}
}
