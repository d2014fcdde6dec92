package org.crossborough.chassis.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.crossborough.chassis.problem.RequestProblem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Begins nothing for a caller who no longer waits: under load a request may have stood in line for
 * longer than its answer is of use, and working on it would only make the line longer. The gateway
 * says with every request until when it waits ({@code docs/door.md}); that needs clocks which
 * agree, as tokens do.
 */
@Singleton
class RequestDeadline {

  /** RFC 3339, in UTC. What cannot be read is no deadline. */
  static final String HEADER = "X-Request-Deadline";

  /** Ahead of whatever else looks at the request. */
  private static final int FIRST = 0;

  private final Clock clock;

  RequestDeadline(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lets a request in whose answer is still of use.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503, and that it may be sent again
   */
  @ServerRequestFilter(priority = FIRST)
  public void admit(ContainerRequestContext request) {
    Instant now = clock.instant();
    if (parsed(request.getHeaderString(HEADER)).filter(now::isAfter).isPresent()) {
      throw RequestProblem.UNAVAILABLE.builder().withHeader("Retry-After", 2).build();
    }
  }

  private static Optional<Instant> parsed(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }
}
