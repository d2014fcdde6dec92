package org.crossborough.referral.duplicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What two men have in common when their tokens are the same, surest first. */
public enum TokenKind {
  /** The NHS number. */
  NHS_NUMBER(Strength.STRONG),
  /** Given name, family name and date of birth, apart from accents, case and punctuation. */
  NAME_AND_BIRTH(Strength.STRONG),
  /** The sound of the family name, the first letter of the given name, the date of birth. */
  SOUND_AND_BIRTH(Strength.WEAK);

  /** How much a match is worth. */
  @Schema(name = "MatchStrength")
  public enum Strength {
    STRONG,
    WEAK
  }

  private final Strength strength;

  TokenKind(Strength strength) {
    this.strength = strength;
  }

  /** How much a match of this kind is worth. */
  public Strength strength() {
    return strength;
  }
}
