package org.crossborough.programme.completion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.enrolment.EnrolmentLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a man still has to do before he can complete. */
@Path("/v1/enrolments/{id}/completion-conditions")
@RunOnVirtualThread
@Tag(name = "Enrolments", description = "Men on runs.")
class CompletionConditionsResource {

  /** One condition, with what is missing. */
  @Schema(name = "CompletionCondition")
  record Judged(Condition condition, boolean met, List<Violation> missing) {

    static Judged of(Condition condition, Condition.Facts facts) {
      List<Violation> missing = condition.missing(facts);
      return new Judged(condition, missing.isEmpty(), missing);
    }
  }

  /** All conditions of a man's programme. */
  @Schema(name = "CompletionConditions")
  record Judgement(UUID enrolmentId, boolean allMet, List<Judged> conditions) {}

  private final EnrolmentLedger enrolments;
  private final JudgeCompletion judge;

  CompletionConditionsResource(EnrolmentLedger enrolments, JudgeCompletion judge) {
    this.enrolments = enrolments;
    this.judge = judge;
  }

  @GET
  @Transactional
  @RolesAllowed({"facilitator", "programme-manager"})
  @Operation(
      operationId = "getCompletionConditions",
      summary = "Read what a man still has to do before he can complete")
  @APIResponse(
      responseCode = "200",
      description = "Every condition, met or not",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Judgement.class),
              examples =
                  @ExampleObject(
                      name = "short",
                      value =
                          """
                          {"enrolmentId":"019b7a10-0000-7000-8000-000000000031","allMet":false,
                          "conditions":[{"condition":"ENOUGH_COUNTABLE_MINUTES","met":false,
                          "missing":[{"field":"countableMinutes","code":"HOURS_SHORT",
                          "message":"1650 of 1800 countable minutes"}]}]}
                          """)))
  public Judgement get(UUID id) {
    Condition.Facts facts = judge.facts(enrolments.get(id));
    List<Judged> judged =
        Arrays.stream(Condition.values()).map(condition -> Judged.of(condition, facts)).toList();
    return new Judgement(id, judged.stream().allMatch(Judged::met), judged);
  }
}
