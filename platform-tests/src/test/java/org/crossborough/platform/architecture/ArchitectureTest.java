package org.crossborough.platform.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.crossborough.platform.architecture.Conditions.areEndpoints;
import static org.crossborough.platform.architecture.Conditions.areNotCommandLinePrograms;
import static org.crossborough.platform.architecture.Conditions.sayWhoMayCall;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** What holds for the code of every service. */
@AnalyzeClasses(packages = "org.crossborough", importOptions = Services.class)
class ArchitectureTest {

  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final String CHASSIS = "org.crossborough.chassis..";
  private static final String CONTRACTS = "org.crossborough.contracts..";
  private static final String CHASSIS_CLOCK = "org.crossborough.chassis.time..";

  @ArchTest
  static void every_service_is_under_these_rules(JavaClasses all) {
    Conditions.assertPresent(all, Services.NAMES);
  }

  @ArchTest
  static final ArchRule names_say_what_a_type_is_for =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Helper|Util|Utils|Manager|Dto|DTO)")
          .because("such a name says nothing");

  @ArchTest
  static final ArchRule disclosure_control_knows_no_framework =
      classes()
          .that()
          .resideInAPackage("org.crossborough.outcomes.disclosure..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "org.ojalgo..",
              "org.crossborough.outcomes.disclosure..")
          .because("what may be shown is decided apart from how it is served");

  @ArchTest
  static final ArchRule fields_are_not_injected =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
          .because("a constructor shows what a type needs");

  @ArchTest
  static final ArchRule standard_streams_are_left_to_command_line_programs =
      noClasses()
          .that(areNotCommandLinePrograms())
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static void features_do_not_form_cycles(JavaClasses all) {
    Services.NAMES.forEach(service ->
        slices()
            .matching(Services.BASE + service + ".(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .check(all));
  }

  @ArchTest
  static final ArchRule entities_stay_in_their_feature =
      classes().that().areAnnotatedWith(ENTITY).should().notBePublic();

  @ArchTest
  static final ArchRule entities_have_no_setters =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(ENTITY)
          .should()
          .haveNameMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule entities_keep_their_fields_to_themselves =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(ENTITY)
          .and()
          .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.STATIC)
          .should()
          .bePrivate();

  @ArchTest
  static final ArchRule endpoint_methods_are_public =
      methods()
          .that(areEndpoints())
          .should()
          .bePublic()
          .because("the framework passes over others with no more than a warning");

  @ArchTest
  static final ArchRule every_endpoint_says_who_may_call_it =
      methods().that(areEndpoints()).should(sayWhoMayCall());

  @ArchTest
  static final ArchRule only_the_chassis_reads_the_clock =
      noClasses()
          .that()
          .resideOutsideOfPackage(CHASSIS_CLOCK)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("time is a parameter, so that tests may choose it");

  @ArchTest
  static final ArchRule contracts_depend_on_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage(CONTRACTS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(Services.packages()).or(resideInAPackage(CHASSIS)));

  @ArchTest
  static final ArchRule the_chassis_depends_on_no_service =
      noClasses()
          .that()
          .resideInAPackage(CHASSIS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(Services.packages());

  @ArchTest
  static void no_service_depends_on_another(JavaClasses all) {
    for (String service : Services.NAMES) {
      noClasses()
          .that()
          .resideInAPackage(Services.packageOf(service))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(Services.packagesExcept(service))
          .allowEmptyShould(true)
          .check(all);
    }
  }

  /** A borough is no domain noun here: it is the tenant, and the chassis keeps tenants apart. */
  @ArchTest
  static final ArchRule the_chassis_knows_no_domain_noun =
      noClasses()
          .that()
          .resideInAPackage(CHASSIS)
          .should()
          .haveNameMatching(
              ".*(Referral|Screening|Assessment|Programme|Enrolment|Attendance|Facilitator"
                  + "|Participant|Survivor|AtRisk|Marac|TopRecord).*");

  @ArchTest
  static void every_package_is_null_marked(JavaClasses all) {
    Conditions.assertNullMarked(all);
  }

  @ArchTest
  static void a_feature_holds_at_most_fifteen_types(JavaClasses all) {
    Conditions.assertSmallFeatures(all, 15);
  }

  /** The exceptions are the write-only hand-over and what may cross the boundary, by name. */
  @ArchTest
  static void survivor_types_exist_in_the_safety_service_only(JavaClasses all) {
    Conditions.assertSurvivorSideStaysThere(
        all,
        List.of(
            "org.crossborough.referral.handoff.",
            "org.crossborough.contracts.SafetyEvent$AtRiskReceived"));
  }
}
