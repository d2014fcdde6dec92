package org.crossborough.referral.assessment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an assessor looks at, each put so that it speaks for the man when it is met. The list is the
 * one that comparable services publish; see docs/suitability.md.
 */
enum Criterion {
  ABUSIVE_IN_INTIMATE_RELATIONSHIP(Effect.INELIGIBLE),
  LINKED_TO_COMMISSIONED_AREA(Effect.CASE_BY_CASE),
  NO_CRIMINAL_PROCEEDINGS(Effect.INELIGIBLE),
  NO_FAMILY_PROCEEDINGS(Effect.CASE_BY_CASE),
  NO_SIMILAR_PROGRAMME_IN_6_MONTHS(Effect.INELIGIBLE),
  ACKNOWLEDGES_ABUSE(Effect.UNSUITABLE),
  /** Never decisive alone: some men come under an order. */
  ATTENDS_VOLUNTARILY(Effect.POSSIBLY_UNSUITABLE),
  NO_SEVERE_MENTAL_ILLNESS(Effect.POSSIBLY_UNSUITABLE),
  NO_RECENT_FIREARMS_CONVICTION(Effect.POSSIBLY_UNSUITABLE),
  NO_SEXUAL_OFFENCE_CONVICTION(Effect.POSSIBLY_UNSUITABLE),
  NO_EXTENSIVE_VIOLENT_RECORD(Effect.POSSIBLY_UNSUITABLE),
  /** The programme is for men in treatment: unstable use is waited out, not declined. */
  STABLE_SUBSTANCE_USE(Effect.DEFER_STABILISE),
  READY_FOR_A_GROUP(Effect.ADJUST);

  /** What follows when a criterion is not met. */
  @Schema(name = "CriterionEffect")
  enum Effect {
    INELIGIBLE,
    CASE_BY_CASE,
    UNSUITABLE,
    POSSIBLY_UNSUITABLE,
    DEFER_STABILISE,
    /** Another route or adjustments are offered. */
    ADJUST;

    boolean excludesSuitable() {
      return this == INELIGIBLE || this == UNSUITABLE || this == DEFER_STABILISE;
    }
  }

  /** What was found about a criterion. */
  @Schema(name = "CriterionFinding")
  enum Finding {
    MET,
    NOT_MET,
    NOT_ASSESSED
  }

  private final Effect effect;

  Criterion(Effect effect) {
    this.effect = effect;
  }

  Effect effect() {
    return effect;
  }
}
