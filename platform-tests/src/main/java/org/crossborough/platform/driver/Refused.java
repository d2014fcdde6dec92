package org.crossborough.platform.driver;

/** The platform answered, and the answer was no. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  // An answer holds headers of the HTTP client, which cannot be serialised.
  private final transient Answer answer;

  Refused(Call call, Answer answer) {
    super(call + ": " + answer.status() + " " + answer.text());
    this.answer = answer;
  }

  /** What was answered. */
  public Answer answer() {
    return answer;
  }
}
