package org.crossborough.platform.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules' own conditions find what they are there to find. */
class ConditionsTest {

  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importClasses(SurvivorCopy.class, WithField.class);

  @Test
  void a_type_named_after_the_survivor_side_is_found() {
    assertThatThrownBy(() -> Conditions.assertSurvivorSideStaysThere(OFFENDERS, List.of()))
        .hasMessageContaining("SurvivorCopy");
  }

  @Test
  void a_field_named_after_the_survivor_side_is_found() {
    List<String> exceptions = List.of(SurvivorCopy.class.getName());

    assertThatThrownBy(() -> Conditions.assertSurvivorSideStaysThere(OFFENDERS, exceptions))
        .hasMessageContaining("atRiskPhone");
  }

  @Test
  void a_missing_service_is_found() {
    assertThatThrownBy(() -> Conditions.assertPresent(OFFENDERS, List.of("referral")))
        .hasMessageContaining("referral");
  }

  @Test
  void a_package_without_the_mark_is_found() {
    JavaClasses elsewhere = new ClassFileImporter().importClasses(List.class);

    assertThatThrownBy(() -> Conditions.assertNullMarked(elsewhere))
        .hasMessageContaining("java.util");
  }

  /** Named as nothing outside the safety service may be. */
  private static final class SurvivorCopy {}

  /** Holds what nothing outside the safety service may hold. */
  private record WithField(String atRiskPhone) {}
}
