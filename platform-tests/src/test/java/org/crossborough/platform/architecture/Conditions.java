package org.crossborough.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the architecture rules that the rule language itself does not have. */
final class Conditions {

  private static final Set<String> ACCESS_RULES =
      Set.of(
          "jakarta.annotation.security.RolesAllowed",
          "jakarta.annotation.security.PermitAll",
          "io.quarkus.security.Authenticated");
  private static final Set<String> HTTP_METHODS =
      Stream.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
          .map("jakarta.ws.rs."::concat)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern SURVIVOR_SIDE =
      Pattern.compile(".*([Ss]urvivor|[Aa]tRisk|Dash(?!board)|[Mm]arac).*");

  private Conditions() {}

  static DescribedPredicate<JavaMethod> areEndpoints() {
    return DescribedPredicate.describe(
        "are endpoints", method -> annotations(method).anyMatch(HTTP_METHODS::contains));
  }

  static ArchCondition<JavaMethod> sayWhoMayCall() {
    return new ArchCondition<>("say who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said =
            annotations(method).anyMatch(ACCESS_RULES::contains)
                || ACCESS_RULES.stream().anyMatch(method.getOwner()::isAnnotatedWith);
        events.add(
            new SimpleConditionEvent(method, said, method.getFullName() + " has no access rule"));
      }
    };
  }

  private static Stream<String> annotations(JavaMethod method) {
    return method.getAnnotations().stream().map(one -> one.getRawType().getName());
  }

  static DescribedPredicate<JavaClass> areNotCommandLinePrograms() {
    return DescribedPredicate.describe(
        "are not command-line programs",
        type -> type.tryGetMethod("main", String[].class).isEmpty());
  }

  static void assertPresent(JavaClasses all, List<String> services) {
    Set<String> present =
        all.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(Services.BASE))
            .map(name -> name.substring(Services.BASE.length()).replaceAll("\\..*", ""))
            .collect(Collectors.toSet());
    assertThat(present).containsAll(services);
  }

  static void assertNullMarked(JavaClasses all) {
    List<String> unmarked =
        all.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(one -> !one.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .map(one -> one.getName())
            .toList();
    assertThat(unmarked).as("packages without @NullMarked").isEmpty();
  }

  static void assertSmallFeatures(JavaClasses all, int most) {
    Map<String, Long> sizes =
        all.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    sizes.keySet().removeIf(name -> !isFeature(name));
    assertThat(sizes)
        .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(most));
  }

  private static boolean isFeature(String packageName) {
    return Services.NAMES.stream()
        .anyMatch(service -> packageName.startsWith(Services.BASE + service + "."));
  }

  static void assertSurvivorSideStaysThere(JavaClasses all, List<String> exceptions) {
    List<JavaClass> elsewhere =
        all.stream()
            .filter(type -> !type.getName().startsWith(Services.BASE + "safety."))
            .filter(type -> exceptions.stream().noneMatch(type.getName()::startsWith))
            .toList();
    assertThat(elsewhere.stream().filter(type -> namesHer(type.getSimpleName())))
        .as("types named after the survivor side")
        .isEmpty();
    assertThat(elsewhere.stream().flatMap(Conditions::fieldsOf).filter(Conditions::namesHer))
        .as("fields named after the survivor side")
        .isEmpty();
  }

  /** Constants are codes of the field's own lists, such as the source MARAC of a referral. */
  private static Stream<JavaField> fieldsOf(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
  }

  private static boolean namesHer(JavaField field) {
    return namesHer(field.getName());
  }

  private static boolean namesHer(String name) {
    return SURVIVOR_SIDE.matcher(name).matches();
  }
}
