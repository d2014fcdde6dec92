package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossborough.local.state.Installation;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The guide for integrators, typed as it stands. */
@ExtendWith(AcceptancePlatform.class)
class YourFirstReferralAcceptanceIT {

  private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @Test
  void every_command_of_the_guide_works(UnderTest platform) throws Exception {
    Path root = Installation.find().root();
    String script =
        COMMANDS
            .matcher(Files.readString(root.resolve("docs/your-first-referral.md")))
            .results()
            .map(MatchResult::group)
            .map(block -> block.replaceAll("```(bash)?", ""))
            .collect(Collectors.joining("\n"));

    String output = run("set -euo pipefail\n" + script, root, platform.platform().folder());

    assertThat(output).contains("Complete: ");
  }

  private static String run(String script, Path root, Path state)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().put("STATE", state.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
