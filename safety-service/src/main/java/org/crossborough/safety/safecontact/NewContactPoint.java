package org.crossborough.safety.safecontact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.atrisk.AtRiskDetails;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.PointMarks;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach her that became known, and how it may be used. */
@Schema(
    name = "NewContactPoint",
    examples =
        """
        {"type":"PHONE","value":"020 7946 0000","marks":{"safe":"YES","verifiedBySurvivor":true,
         "safeVoicemail":"NO","safeToText":"YES","safeToPost":"NO","perpetratorHasAccess":"NO"}}\
        """)
record NewContactPoint(
    @NotNull ContactPointType type, @NotNull Secret value, @NotNull @Valid PointMarks marks) {

  private static final int LONGEST_VALUE = 300;

  /** Refuses what is blank, too long or cannot be kept; it is not repeated. */
  void refuseUnlessSound() {
    if (value.isBlank() || value.length() > LONGEST_VALUE || value.reveal().indexOf('\0') >= 0) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("value", "SIZE", "must have 1 to 300 characters")));
    }
  }

  AtRiskDetails.Point point() {
    return new AtRiskDetails.Point(type, value, marks.safe());
  }

  /** Always the same, whatever it is. */
  @Override
  public String toString() {
    return "[contact point]";
  }
}
