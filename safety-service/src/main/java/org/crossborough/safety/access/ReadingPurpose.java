package org.crossborough.safety.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody reads about a person at risk: a code, so that readings can be counted and compared,
 * and so that nobody writes about her where only the reason belongs. Where the reason has a file of
 * its own, its reference may follow: {@code CASE_REVIEW; reference=QA-2026-014}.
 */
public enum ReadingPurpose {
  /** Before the first attempt to reach her. */
  FIRST_CONTACT,
  /** Before or during a talk with her. */
  SUPPORT_CALL,
  /** A message to her is written or sent. */
  SENDING_A_MESSAGE,
  /** Her risk is assessed or assessed again. */
  RISK_ASSESSMENT,
  /** Her safety plan is made or looked through. */
  SAFETY_PLANNING,
  /** A conference about her is prepared or held. */
  MARAC,
  /** Somebody may be in danger now. */
  SAFEGUARDING,
  /** She asked about her own record. */
  HER_REQUEST,
  /** The case is looked through with its worker. */
  SUPERVISION,
  /** The quality of the work is looked at. */
  CASE_REVIEW,
  /** A complaint is looked into. */
  COMPLAINT,
  /** The case passes from one worker to another. */
  HANDING_ON;

  /** The request header that carries it. */
  public static final String HEADER = "X-Purpose";

  /** What to send, for the description of the API. */
  public static final String HELP =
      "Why she is read about: FIRST_CONTACT, SUPPORT_CALL, SENDING_A_MESSAGE, RISK_ASSESSMENT,"
          + " SAFETY_PLANNING, MARAC, SAFEGUARDING, HER_REQUEST, SUPERVISION, CASE_REVIEW, COMPLAINT"
          + " or HANDING_ON; where there is a file about the reason, `; reference=` and its number";

  // Begins with letters and is short, so that it is no phone number and no name.
  private static final Pattern STATED =
      Pattern.compile("([A-Z_]{3,20})(?:; ?reference=([A-Z]{2,6}(?:[-/][A-Z0-9]{1,6}){1,3}))?");

  /** The purpose in the one form in which it is kept; empty when the header states none. */
  public static Optional<String> stated(@Nullable String header) {
    Matcher stated = STATED.matcher(header == null ? "" : header.strip());
    if (!stated.matches() || !isCode(stated.group(1))) {
      return Optional.empty();
    }
    String reference = stated.group(2);
    return Optional.of(reference == null ? stated.group(1) : stated.group(1) + " " + reference);
  }

  private static boolean isCode(String text) {
    for (ReadingPurpose purpose : values()) {
      if (purpose.name().equals(text)) {
        return true;
      }
    }
    return false;
  }
}
