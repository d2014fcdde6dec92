package org.crossborough.safety.dash;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The questions of the checklist; about nobody. */
@Path("/v1/dash-questions")
@Tag(name = "Risk assessments")
@RunOnVirtualThread
class DashQuestionResource {

  /** A question by its number; whoever asks it shows the licensed wording. */
  @Schema(name = "DashQuestionTopic")
  record Question(DashQuestion code, String topic) {}

  /** All 24 questions, in their order. */
  @Schema(name = "DashQuestions")
  record Questions(List<Question> items) {}

  @GET
  @RolesAllowed({"iss-worker", "iss-manager"})
  @Operation(
      operationId = "listDashQuestions",
      summary = "The questions by number and topic, in our own short words",
      description = "The licensed wording of the checklist is not here; a front-end shows it.")
  @APIResponse(
      responseCode = "200",
      description = "The 24 questions",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Questions.class),
              examples =
                  @ExampleObject(
                      name = "questions",
                      value =
                          """
                          {"items":[{"code":"Q01","topic":"Injury in what happened now"}]}\
                          """)))
  public Questions questions() {
    return new Questions(
        Arrays.stream(DashQuestion.values())
            .map(question -> new Question(question, question.topic()))
            .toList());
  }
}
