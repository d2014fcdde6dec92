package org.crossborough.platform.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;

/** What the rules apply to: the services, what they share, and no test of theirs. */
final class Services implements ImportOption {

  static final String BASE = "org.crossborough.";

  /** Each service by the package that is its own. */
  static final List<String> NAMES =
      List.of("referral", "programme", "safety", "outcomes", "gateway");

  private static final List<String> NOT_SERVICES =
      List.of("/org/crossborough/platform/", "/org/crossborough/local/");

  static String packageOf(String service) {
    return BASE + service + "..";
  }

  static String[] packages() {
    return NAMES.stream().map(Services::packageOf).toArray(String[]::new);
  }

  static String[] packagesExcept(String service) {
    return NAMES.stream()
        .filter(name -> !name.equals(service))
        .map(Services::packageOf)
        .toArray(String[]::new);
  }

  @Override
  public boolean includes(Location location) {
    return NOT_SERVICES.stream().noneMatch(location::contains)
        && new ImportOption.DoNotIncludeTests().includes(location);
  }
}
