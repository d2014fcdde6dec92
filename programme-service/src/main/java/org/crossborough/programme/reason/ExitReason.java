package org.crossborough.programme.reason;

/**
 * Why a man left before completion, and which exit that is for the national treatment data set: A
 * agreed and planned, B his own and unplanned, C withdrawn by the service. What the letters mean is
 * NDTMS's; which reason is which is this programme's own reading, published by nobody (see
 * docs/programmes.md).
 */
public enum ExitReason {
  DROPPED_OUT('B'),
  EXCLUDED_ABSENCE('C'),
  EXCLUDED_CONDUCT('C'),
  EXCLUDED_NEW_VIOLENCE('C'),
  EXCLUDED_AT_RISK_DETAILS_WITHHELD('C'),
  CUSTODY('B'),
  MOVED_AWAY('B'),
  TRANSFERRED('A'),
  HEALTH('A'),
  DIED('B'),
  TREATMENT_ENDED('A'),
  SERVICE_CLOSED('C'),
  /** The neutral code for whatever is not said on this side. */
  PROGRAMME_REVIEW('C');

  /** Completion is the planned end. */
  public static final String OF_COMPLETION = "A";

  private final char modalityExit;

  ExitReason(char modalityExit) {
    this.modalityExit = modalityExit;
  }

  /** The letter of the NDTMS modality exit. */
  public String modalityExit() {
    return String.valueOf(modalityExit);
  }
}
