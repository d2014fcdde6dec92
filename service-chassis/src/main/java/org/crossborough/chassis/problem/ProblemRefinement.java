package org.crossborough.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.crossborough.chassis.http.Correlation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives every refusal its stable type, its field codes and the correlation id, and takes away
 * whatever a foreign exception said, and the address: a caller may have put anything there, and
 * refusals are copied into logs. What names the occurrence is the correlation id.
 */
@Singleton
class ProblemRefinement implements ProblemPostProcessor {

  private static final Logger LOG = Logger.getLogger(ProblemRefinement.class);

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    HttpProblem.Builder refined = refine(problem, context.cause).withInstance(null);
    String correlation = Correlation.current();
    if (correlation != null) {
      refined.with("correlationId", correlation);
    }
    return refined.build();
  }

  private static HttpProblem.Builder refine(HttpProblem problem, @Nullable Throwable cause) {
    if (problem.getType() != null && problem.getParameters().containsKey("code")) {
      return HttpProblem.builder(problem);
    }
    if (cause instanceof ConstraintViolationException violations) {
      return invalid(violations);
    }
    JsonProcessingException unreadable = behind(cause);
    if (unreadable != null) {
      return unreadable(unreadable);
    }
    DatabaseFault fault = DatabaseFault.behind(cause);
    if (fault != null) {
      return of(fault);
    }
    RequestProblem general = RequestProblem.ofStatus(problem.getStatusCode());
    if (general == RequestProblem.UNEXPECTED) {
      LOG.errorf("Unexpected failure, correlation %s: %s", Correlation.current(), Trace.of(cause));
      return general.builder();
    }
    HttpProblem.Builder builder = general.builder().withStatus(problem.getStatusCode());
    problem.getHeaders().forEach(builder::withHeader);
    return builder;
  }

  /** The reader of bodies wraps what the parser said. */
  private static @Nullable JsonProcessingException behind(@Nullable Throwable cause) {
    if (cause instanceof JsonProcessingException unreadable) {
      return unreadable;
    }
    return cause instanceof WebApplicationException
            && cause.getCause() instanceof JsonProcessingException unreadable
        ? unreadable
        : null;
  }

  private static HttpProblem.Builder of(DatabaseFault fault) {
    return switch (fault) {
      case UNAVAILABLE -> RequestProblem.UNAVAILABLE.builder().withHeader("Retry-After", 2);
      case CONFLICT -> RequestProblem.CONFLICT.builder().withHeader("Retry-After", 1);
      case UNSTORABLE -> RequestProblem.INVALID.builder();
    };
  }

  private static HttpProblem.Builder invalid(ConstraintViolationException failure) {
    List<Violation> violations =
        failure.getConstraintViolations().stream()
            .map(ProblemRefinement::violation)
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
            .toList();
    return RequestProblem.INVALID.builder().with("violations", violations);
  }

  private static Violation violation(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new Violation(
        field(violation.getPropertyPath()), upperSnake(constraint), violation.getMessage());
  }

  /** The path without the resource method and the name of its body parameter. */
  private static String field(Path path) {
    List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
    boolean parameterOfMethod =
        nodes.size() > 1 && nodes.get(1).getKind().name().equals("PARAMETER");
    int skipped = parameterOfMethod ? (nodes.size() > 2 ? 2 : 1) : 0;
    return nodes.stream().skip(skipped).map(Path.Node::toString).collect(Collectors.joining("."));
  }

  private static HttpProblem.Builder unreadable(JsonProcessingException failure) {
    if (!(failure instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return RequestProblem.MALFORMED_BODY.builder();
    }
    String field =
        mapping.getPath().stream()
            .map(step ->
                step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    Violation violation =
        failure instanceof UnrecognizedPropertyException
            ? new Violation(field, "UNKNOWN_FIELD", "is not a field of this request")
            : new Violation(field, "UNREADABLE", "is not of the expected type");
    return RequestProblem.MALFORMED_BODY.builder().with("violations", List.of(violation));
  }

  private static String upperSnake(String camel) {
    Map<String, String> shortened = Map.of("NotNull", "REQUIRED", "NotBlank", "REQUIRED");
    return shortened.getOrDefault(
        camel, camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }
}
