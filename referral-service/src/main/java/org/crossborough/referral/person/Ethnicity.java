package org.crossborough.referral.person;

import org.jspecify.annotations.Nullable;

/**
 * Ethnic group as the Census of 2021 asks for it (England and Wales, 19 groups), each with the
 * letter that drug treatment reports (NDTMS, 16 groups of the Census of 2001 and Z for not stated).
 * Gypsy, Irish Traveller and Roma had no group of their own in 2001 and count as other White, Arab
 * as other.
 */
public enum Ethnicity {
  WHITE_BRITISH("A"),
  WHITE_IRISH("B"),
  WHITE_GYPSY_OR_IRISH_TRAVELLER("C"),
  WHITE_ROMA("C"),
  WHITE_OTHER("C"),
  MIXED_WHITE_AND_BLACK_CARIBBEAN("D"),
  MIXED_WHITE_AND_BLACK_AFRICAN("E"),
  MIXED_WHITE_AND_ASIAN("F"),
  MIXED_OTHER("G"),
  ASIAN_INDIAN("H"),
  ASIAN_PAKISTANI("J"),
  ASIAN_BANGLADESHI("K"),
  ASIAN_CHINESE("R"),
  ASIAN_OTHER("L"),
  BLACK_CARIBBEAN("M"),
  BLACK_AFRICAN("N"),
  BLACK_OTHER("P"),
  ARAB("S"),
  OTHER("S"),
  NOT_STATED("Z"),
  /** Leaves the field of a treatment return empty. */
  NOT_ASKED(null);

  private final @Nullable String ndtms;

  Ethnicity(@Nullable String ndtms) {
    this.ndtms = ndtms;
  }

  /** The letter of treatment returns; null when he was not asked. */
  public @Nullable String ndtms() {
    return ndtms;
  }
}
