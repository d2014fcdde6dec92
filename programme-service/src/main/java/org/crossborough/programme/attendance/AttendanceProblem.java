package org.crossborough.programme.attendance;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.crossborough.chassis.problem.ProblemType;
import org.crossborough.chassis.problem.Violation;

/** What this feature refuses. */
public enum AttendanceProblem implements ProblemType {
  SESSION_NOT_HELD(409, "A register can be taken of a held session only"),
  NOT_CLEAR_TO_START(409, "Somebody in the register may not take part"),
  ENROLMENT_ENDED(409, "Somebody in the register was no longer enrolled on that day"),
  ALREADY_MADE_UP(409, "A missed session can be made up for once"),
  REGISTER_ID_REUSED(409, "The id was given to another register");

  private final int status;
  private final String title;

  AttendanceProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The refusal that says in words what to do, and in a field and a code what is at fault. */
  HttpProblem at(String field, String violation, String detail) {
    return builder()
        .withDetail(detail)
        .with("violations", List.of(new Violation(field, violation, detail)))
        .build();
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
