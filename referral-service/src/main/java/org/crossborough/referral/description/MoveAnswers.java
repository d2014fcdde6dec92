package org.crossborough.referral.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Describes the answer of every move, so that no resource repeats it: a POST beneath one thing that
 * says nothing of its answer gives what reading that thing gives, as it now is.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class MoveAnswers implements OASFilter {

  private static final String OK = "200";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, PathItem> items = api.getPaths().getPathItems();
    items.forEach((path, item) -> {
      Operation move = item.getPOST();
      APIResponse answer = answerOf(items.get(path.substring(0, path.lastIndexOf('/'))));
      if (move != null && answer != null && !isDescribed(move)) {
        describe(move.getResponses(), answer);
      }
    });
  }

  /** What reading the thing gives; null when it cannot be read. */
  private static @Nullable APIResponse answerOf(@Nullable PathItem thing) {
    return thing == null || thing.getGET() == null
        ? null
        : thing.getGET().getResponses().getAPIResponse(OK);
  }

  /** Whoever describes an answer shows an example of it; what the generator guesses has none. */
  private static boolean isDescribed(Operation move) {
    return successes(move.getResponses()).stream()
        .map(status -> move.getResponses().getAPIResponse(status).getContent())
        .filter(Objects::nonNull)
        .flatMap(content -> content.getMediaTypes().values().stream())
        .anyMatch(type -> type.getExamples() != null);
  }

  private static List<String> successes(APIResponses responses) {
    return responses.getAPIResponses().keySet().stream()
        .filter(status -> status.startsWith("2"))
        .toList();
  }

  /** Success first: filters run in no fixed order, and the description must come out alike. */
  private static void describe(APIResponses responses, APIResponse answer) {
    Map<String, APIResponse> all = new LinkedHashMap<>();
    all.put(
        OK,
        OASFactory.createAPIResponse()
            .description(answer.getDescription() + ", as it now is")
            .content(answer.getContent()));
    List<String> guessed = successes(responses);
    responses
        .getAPIResponses()
        .forEach((status, refusal) -> {
          if (!guessed.contains(status)) {
            all.put(status, refusal);
          }
        });
    responses.setAPIResponses(all);
  }
}
