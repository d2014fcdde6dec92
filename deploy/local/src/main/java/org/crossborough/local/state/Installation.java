package org.crossborough.local.state;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the source tree keeps what a platform is started from. */
public record Installation(Path root) {

  /** The tree named by the system property {@code crossborough.root}, else the one around us. */
  public static Installation find() {
    String named = System.getProperty("crossborough.root");
    Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("deploy/local/pom.xml"))) {
        return new Installation(folder);
      }
    }
    throw new IllegalStateException("No folder with deploy/local in or above " + start);
  }

  /** The class path of a child process that does the launcher's work. */
  public String launcherClassPath() {
    return target().resolve("classes") + File.pathSeparator + serverClassPath();
  }

  public String serverClassPath() {
    return target().resolve("lib") + "/*";
  }

  public Path target() {
    return root.resolve("deploy/local/target");
  }

  public Path realmFolder() {
    return root.resolve("deploy/keycloak");
  }

  public Path runnerOf(Service service) {
    return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** The Java that runs us runs everything else too. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
