package org.crossborough.safety.survivorcase;

/** Where the support of one survivor stands. */
enum SurvivorCaseStatus {
  DETAILS_RECEIVED,
  CONTACT_IN_PROGRESS,
  REACHED,
  ACTIVE_SUPPORT,
  INFORMATION_ONLY,
  DECLINED_SUPPORT,
  UNABLE_TO_CONTACT,
  UNSAFE_TO_CONTACT,
  TRANSFERRED,
  CLOSED;

  /** Whether nobody is due to try her until something happens. */
  boolean isAtRest() {
    return switch (this) {
      case DECLINED_SUPPORT, UNABLE_TO_CONTACT, UNSAFE_TO_CONTACT, TRANSFERRED, CLOSED -> true;
      case DETAILS_RECEIVED, CONTACT_IN_PROGRESS, REACHED, ACTIVE_SUPPORT, INFORMATION_ONLY ->
          false;
    };
  }
}
