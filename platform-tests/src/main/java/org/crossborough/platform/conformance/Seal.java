package org.crossborough.platform.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crossborough.platform.driver.SealedEnvelope;

/** Seals a file of details as a borough's own program must; for the guide and for comparison. */
public final class Seal {

  private Seal() {}

  /** Takes the file with the details and the file with the published keys; prints the envelope. */
  public static void main(String[] arguments) throws IOException {
    byte[] details = Files.readAllBytes(Path.of(arguments[0]));
    String keys = Files.readString(Path.of(arguments[1]), StandardCharsets.UTF_8);
    System.out.println(SealedEnvelope.seal(new JsonMapper().readTree(details), keys));
  }
}
