package org.crossborough.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes into the API description what holds for every operation, so that no resource repeats it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ApiConventions implements OASFilter {

  private static final String PROBLEM = "Problem";
  // Sorted: an unordered map would write another description at every start.
  private static final Map<String, String> ANYWHERE =
      new TreeMap<>(
          Map.of(
              "400", "The request breaks a rule; fields at fault are named",
              "401", "No valid token was presented",
              "403", "The token does not allow this",
              "503", "A part this needs is not available; try again after Retry-After"));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema(PROBLEM, problem());
    api.getPaths().getPathItems().forEach(ApiConventions::complete);
  }

  private static void complete(String path, PathItem item) {
    boolean one = path.contains("{");
    item.getOperations()
        .forEach((method, operation) -> {
          ANYWHERE.forEach((status, text) -> refusal(operation, status, text));
          if (one) {
            refusal(operation, "404", "Nothing is known to you under this address");
          }
          if (method == PathItem.HttpMethod.POST) {
            repeatable(operation);
          }
          if (one && (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT)) {
            versioned(operation);
          }
        });
  }

  private static void repeatable(Operation operation) {
    header(
        operation,
        "Idempotency-Key",
        "1 to 255 visible ASCII characters of the caller's own; a repeat gets the first answer",
        "0b1f6c1e-3c39-4d4b-9d31-6a3d4c0f9a11");
    refusal(operation, "409", "A rule of the pathway forbids it, or the same request is in flight");
    refusal(operation, "422", "The key was used for another request");
  }

  private static void versioned(Operation operation) {
    header(operation, "If-Match", "The ETag last read", "\"3\"");
    refusal(operation, "409", "A rule of the pathway forbids it");
    refusal(operation, "412", "It has changed since it was read");
    refusal(operation, "428", "If-Match is missing");
  }

  private static void header(Operation operation, String name, String text, String example) {
    List<Parameter> parameters = operation.getParameters();
    if (parameters != null && parameters.stream().anyMatch(p -> name.equals(p.getName()))) {
      return;
    }
    Parameter header =
        OASFactory.createParameter()
            .name(name)
            .in(Parameter.In.HEADER)
            .required(true)
            .description(text)
            .example(example)
            .schema(string());
    var _ = operation.addParameter(header);
  }

  private static void refusal(Operation operation, String status, String text) {
    APIResponses responses = operation.getResponses();
    boolean described =
        responses.hasAPIResponse(status) && responses.getAPIResponse(status).getContent() != null;
    if (described) {
      return;
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(text)
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref(PROBLEM))));
    var _ = responses.addAPIResponse(status, response);
  }

  private static Schema problem() {
    Schema violation = OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    Stream.of("field", "code", "message")
        .forEach(name -> {
          var _ = violation.addProperty(name, string());
        });
    return OASFactory.createSchema()
        .type(List.of(Schema.SchemaType.OBJECT))
        .description("A refusal (RFC 9457)")
        .addProperty("type", string().description("Stable identity of the refusal"))
        .addProperty("title", string())
        .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
        .addProperty("detail", string())
        .addProperty("code", string().description("The last part of the type"))
        .addProperty("correlationId", string())
        .addProperty(
            "violations",
            OASFactory.createSchema().type(List.of(Schema.SchemaType.ARRAY)).items(violation));
  }

  private static Schema string() {
    return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
  }
}
