package org.crossborough.platform.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.chassis.problem.ProblemType;
import org.crossborough.gateway.refusal.Refusal;

/** {@code docs/problems.md}: every refusal the platform knows, read from the enums themselves. */
final class ProblemPage {

  private static final String HEADER =
      """
      # Problems

      Every refusal is `application/problem+json` (RFC 9457). Its `type` never changes and is what a program
      should go by; `title` says the same to people. Refusals of single fields carry `violations`, each with a
      field and a code. `correlationId` ties an answer to our logs. Nothing else of our insides is ever shown.

      Whether to send a request again: never after 4xx, except 409 `request-in-flight` and 429, after the time
      in `Retry-After`; always with the same `Idempotency-Key` after 503, 504 or no answer at all.

      Generated from the code; a test compares. To write it again:
      `mvn -pl platform-tests test -Dtest=ContractPagesTest -Dcrossborough.docs.update=true`.

      """;

  /** A refusal as a caller sees it; several features may share one. */
  record Known(String type, int status, String title, String service) {}

  private ProblemPage() {}

  static String render() {
    Map<String, List<Known>> byService =
        all().collect(Collectors.groupingBy(Known::service, TreeMap::new, Collectors.toList()));
    return HEADER
        + byService.entrySet().stream()
            .map(service -> section(service.getKey(), service.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static String section(String service, List<Known> known) {
    return "## "
        + service
        + "\n\n| status | type | title |\n| --- | --- | --- |\n"
        + known.stream()
            .sorted(Comparator.comparing(Known::type).thenComparing(Known::title))
            .map(one -> "| %d | `%s` | %s |\n".formatted(one.status(), one.type(), one.title()))
            .distinct()
            .collect(Collectors.joining());
  }

  static Stream<Known> all() {
    Stream<Known> gateway =
        Stream.of(Refusal.values())
            .map(one -> new Known(one.type(), one.status(), one.title(), "gateway"));
    Stream<Known> services =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.crossborough")
                .stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                .flatMap(ProblemPage::constants);
    return Stream.concat(gateway, services);
  }

  private static Stream<Known> constants(JavaClass type) {
    String service = type.getPackageName().split("\\.", -1)[2];
    String owner = service.equals("chassis") ? "any service" : service + "-service";
    return Stream.of(type.reflect().getEnumConstants())
        .map(ProblemType.class::cast)
        .map(one -> new Known(one.type().toString(), one.status(), one.title(), owner));
  }
}
