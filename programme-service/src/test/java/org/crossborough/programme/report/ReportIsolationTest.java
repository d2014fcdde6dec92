package org.crossborough.programme.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportIsolationTest {

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "(?i).*(hold|clear|review(Reason|Code)|reason|concern|disclos|note|partner|risk).*");

  private final JavaClasses reports =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.crossborough.programme.report");

  @Test
  void reports_know_no_clearance_no_concern_and_no_note() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.crossborough.programme.clearance..",
            "org.crossborough.programme.concern..",
            "org.crossborough.programme.practice..")
        .check(reports);
  }

  @Test
  void what_is_written_is_bound_to_the_facts_of_a_report_alone() {
    noClasses()
        .that()
        .haveSimpleNameStartingWith("ReportP")
        .or()
        .haveSimpleNameStartingWith("ReportFacts")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.crossborough.programme.enrolment..",
            "org.crossborough.programme.attendance..",
            "org.crossborough.programme.review..",
            "org.crossborough.programme.participant..",
            "org.crossborough.programme.session..",
            "org.crossborough.programme.run..")
        .check(reports);
  }

  @Test
  void no_fact_of_a_report_reaches_beyond_plain_values_or_is_named_after_a_reason() {
    Set<Class<?>> seen = new HashSet<>();

    follow(ReportFacts.class, seen);

    assertThat(seen)
        .allSatisfy(type ->
            assertThat(type.getName())
                .matches("java\\..*|int|boolean|org\\.crossborough\\.programme\\.report\\..*"));
    assertThat(seen).contains(ReportFacts.Hours.class, ReportFacts.Review.class);
  }

  private static void follow(Type type, Set<Class<?>> seen) {
    if (type instanceof ParameterizedType generic) {
      follow(generic.getRawType(), seen);
      for (Type argument : generic.getActualTypeArguments()) {
        follow(argument, seen);
      }
    } else if (type instanceof Class<?> plain && seen.add(plain) && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        assertThat(component.getName()).doesNotMatch(FORBIDDEN);
        follow(component.getGenericType(), seen);
      }
    }
  }
}
