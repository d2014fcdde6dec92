package org.crossborough.referral.source;

import jakarta.persistence.Converter;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.JsonColumn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A court's or the police's order that binds the man.
 *
 * @param expiresOn its last day, where it has one
 */
public record ProtectionOrder(
    @NotNull Type type, @NotNull LocalDate madeOn, @Nullable LocalDate expiresOn) {

  /** The kinds of orders. */
  @Schema(name = "ProtectionOrderType")
  public enum Type {
    NON_MOLESTATION,
    RESTRAINING,
    OCCUPATION,
    /** Domestic abuse protection order. */
    DAPO,
    /** Domestic abuse protection notice. */
    DAPN,
    /** Stalking protection order. */
    SPO,
    BAIL_CONDITION
  }

  void check(Findings findings, String path, LocalDate today) {
    findings.when(madeOn.isAfter(today), path + ".madeOn", "IN_FUTURE", "has not come yet");
    findings.when(
        expiresOn != null && expiresOn.isBefore(madeOn),
        path + ".expiresOn",
        "BEFORE_START",
        "must not lie before the day it was made");
  }

  @Converter
  static class AsJson extends JsonColumn<ProtectionOrder> {
    AsJson() {
      super(ProtectionOrder.class);
    }
  }
}
