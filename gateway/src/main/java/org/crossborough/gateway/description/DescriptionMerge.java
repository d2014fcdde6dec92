package org.crossborough.gateway.description;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crossborough.gateway.routing.Upstream;

/** The build's step that writes the one description from those the services have committed. */
public final class DescriptionMerge {

  private DescriptionMerge() {}

  /** Takes the folder of the services, the version to state, and the file to write. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path target = Path.of(arguments[2]);
    List<ServiceDescription> services =
        Arrays.stream(Upstream.values())
            .map(upstream -> ServiceDescription.read(folder, upstream))
            .toList();
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.write(
        target, new JsonMapper().writeValueAsBytes(PlatformDescription.of(services, arguments[1])));
  }
}
