package org.crossborough.outcomes.returns;

/** Why a return that was handed out is replaced by another version. */
enum CorrectionReason {
  /** Facts of the period became known after it was counted. */
  LATE_DATA("Facts of the period became known after it was counted."),
  /** A record was put right by those who keep it. */
  RECORD_CORRECTED("A record was put right by those who keep it."),
  /** The figure was not made as its definition says. */
  METHOD_CORRECTED("A figure had not been made as its definition says.");

  private final String inWords;

  CorrectionReason(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }
}
