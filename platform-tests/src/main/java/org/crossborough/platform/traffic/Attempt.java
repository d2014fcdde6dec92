package org.crossborough.platform.traffic;

import java.io.IOException;
import java.util.Arrays;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.PublicApi;

/**
 * One request with its key, and what its sender knows of it.
 *
 * @param subject the borough's own reference of the man it is about
 * @param referral the referral it is about; empty where there is none yet, or the answer names it
 * @param status of the answer; 0 when the connection broke or nobody answered in time
 * @param problem the type of a refusal; empty when it is none
 * @param id what the answer calls the thing that came to be; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content in sameAnswer, nowhere else.
public record Attempt(
    Kind kind,
    String subject,
    String referral,
    Call call,
    Outcome outcome,
    int status,
    String problem,
    byte[] answer,
    String id,
    String etag) {

  /** What was asked for. */
  public enum Kind {
    SCREENING,
    REFERRAL,
    /** A referral that the rules refuse. */
    HOPELESS,
    HAND_OVER,
    TRIAGE
  }

  /** What its sender knows. */
  public enum Outcome {
    /** It was acknowledged, and must be there for ever. */
    OK,
    /** It was refused, and must not be there. */
    REFUSED,
    /** It may be there or not; sending it again under its key must tell. */
    UNKNOWN,
    /** An answer that no fault excuses. */
    WRONG
  }

  private static final byte[] NOTHING = {};
  private static final String PASSING = "/problems/request/";

  /** Sends once and keeps what comes of it. */
  static Attempt at(PublicApi api, Kind kind, String subject, String referral, Call call) {
    try {
      Answer answer = api.exchange(call);
      String id =
          answer.isSuccess()
              ? answer.json().path("id").asText(answer.json().path("receiptId").asText(""))
              : "";
      return new Attempt(
          kind,
          subject,
          referral,
          call,
          outcome(answer.status(), answer.problem()),
          answer.status(),
          answer.problem(),
          answer.body(),
          id,
          answer.isSuccess() ? answer.etag() : "");
    } catch (IOException broken) {
      return new Attempt(kind, subject, referral, call, Outcome.UNKNOWN, 0, "", NOTHING, "", "");
    }
  }

  /** Sends the same request under the same key again. */
  Attempt again(PublicApi api) {
    return at(api, kind, subject, referral, call);
  }

  /**
   * What an answer says. Of a request that is told "not now", or that another of its key is under
   * way, nobody knows whether the work was done.
   */
  public static Outcome outcome(int status, String problem) {
    if (status >= 200 && status < 300) {
      return Outcome.OK;
    }
    return switch (status) {
      case 429, 503, 504 -> Outcome.UNKNOWN;
      case 409 -> problem.startsWith(PASSING) ? Outcome.UNKNOWN : Outcome.REFUSED;
      case 400, 412, 422 -> Outcome.REFUSED;
      default -> Outcome.WRONG;
    };
  }

  /**
   * Whether another sending was told the same: byte for byte what was done, and for the same reason
   * what was refused, each time under a correlation id of its own.
   */
  public boolean sameAnswer(Attempt other) {
    return status == other.status
        && problem.equals(other.problem)
        && (outcome != Outcome.OK || Arrays.equals(answer, other.answer));
  }

  boolean is(Kind asked, Outcome known) {
    return kind == asked && outcome == known;
  }

  @Override
  public String toString() {
    return kind + " " + subject + " " + id + " " + outcome + " " + status;
  }
}
