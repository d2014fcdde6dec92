package org.crossborough.chassis.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Something a feature can refuse. Implemented by one enum per feature, named {@code
 * <Feature>Problem}; the constant's name is part of the public contract.
 */
public interface ProblemType {

  /** The constant's name; supplied by the enum. */
  String name();

  /** The HTTP status of this refusal. */
  int status();

  /** What is refused, in words that never change with the request. */
  String title();

  /** The stable, host-relative identity of this refusal: {@code /problems/<feature>/<code>}. */
  default URI type() {
    Class<?> declaring =
        this instanceof Enum<?> constant ? constant.getDeclaringClass() : getClass();
    String feature = declaring.getSimpleName().replaceFirst("Problem$", "");
    return URI.create("/problems/" + kebab(feature) + "/" + code());
  }

  /** The last part of {@link #type()}, for those who match on codes. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The refusal to throw; {@code detail} must be safe to show to the caller. */
  default HttpProblem because(String detail) {
    return builder().withDetail(detail).build();
  }

  /** The refusal to throw when single fields are at fault. */
  default HttpProblem of(List<Violation> violations) {
    return builder().with("violations", violations).build();
  }

  /** A refusal to be completed with headers or members of its own. */
  default HttpProblem.Builder builder() {
    return HttpProblem.builder()
        .withType(type())
        .withTitle(title())
        .withStatus(status())
        .with("code", code());
  }

  private static String kebab(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
