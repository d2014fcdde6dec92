package org.crossborough.safety.contact;

/** Why a way to reach her may not be used, here and now. */
public enum ContactBar {
  /** Somebody else is or was found there, or it was said to be unsafe. */
  POINT_UNSAFE,
  /** He can reach, open or answer it. */
  PERPETRATOR_HAS_ACCESS,
  /** It leaves a trace, and nobody knows whether he can find it. */
  ACCESS_NOT_KNOWN,
  /** It leaves a trace, and nobody knows whether she alone is reached there. */
  SAFETY_NOT_KNOWN,
  /** No message may be left, as far as anybody knows. */
  NOT_SAFE_FOR_VOICEMAIL,
  /** No text may be sent, as far as anybody knows. */
  NOT_SAFE_TO_TEXT,
  /** No post may be sent, as far as anybody knows. */
  NOT_SAFE_TO_POST,
  /** It is not one of the times at which she can be contacted. */
  OUTSIDE_SAFE_TIMES
}
