package org.crossborough.chassis.http;

import jakarta.ws.rs.core.HttpHeaders;
import org.crossborough.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * The version of a resource as an entity tag (RFC 9110), and the check that nobody was overwritten.
 */
public final class EntityVersion {

  private EntityVersion() {}

  /** The tag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Requires that the caller has seen the current version.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without the header, 412 when it is
   *     stale
   */
  public static void require(HttpHeaders headers, long version) {
    @Nullable String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (ifMatch == null || ifMatch.isBlank()) {
      throw RequestProblem.PRECONDITION_REQUIRED.because("Send the ETag that you last read.");
    }
    if (!ifMatch.equals("*") && !ifMatch.equals(tag(version))) {
      throw RequestProblem.STALE.because("Read the resource again and repeat your change.");
    }
  }
}
