package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description;
import org.crossborough.platform.driver.Description.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a caller who may call sends: a refusal he understands, never our failure. */
@ExtendWith(AcceptancePlatform.class)
class HostileInputAcceptanceIT {

  private static final int CALLERS = 6;
  private static final Pattern INNARDS =
      Pattern.compile(
          "\\bat [a-z]+\\.[a-z.]+\\(|\\w\\wException\\b|org\\.|com\\.fasterxml|io\\.quarkus|java\\.");

  @Test
  void every_described_operation_refuses_what_is_malformed_oversized_or_hostile(UnderTest platform)
      throws Exception {
    List<Operation> operations = Description.operations(platform.api());
    List<String> failures = new ArrayList<>();
    int requests = 0;

    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<List<String>>> results = new ArrayList<>();
      for (Operation operation : operations) {
        String identity = allowed(operation);
        for (Call call : HostileCalls.to(operation).toList()) {
          requests++;
          results.add(callers.submit(() -> complaints(platform, operation, call.as(identity))));
        }
      }
      for (Future<List<String>> result : results) {
        failures.addAll(result.get());
      }
    }

    System.out.printf("Hostile requests: %d to %d operations%n", requests, operations.size());
    assertThat(failures).isEmpty();
    assertThat(requests).isGreaterThan(operations.size() * 20);
  }

  private static String allowed(Operation operation) {
    return DemoIdentity.ALL.stream()
        .filter(identity -> identity.roles().size() == 1)
        .filter(identity ->
            operation.roles().isEmpty()
                || identity.roles().stream().anyMatch(operation.roles()::contains))
        .findFirst()
        .map(DemoIdentity::name)
        .orElseThrow(() -> new AssertionError("Nobody may call " + operation));
  }

  private static List<String> complaints(UnderTest platform, Operation operation, Call call) {
    Answer answer;
    try {
      answer = platform.api().exchange(call);
    } catch (IOException | IllegalArgumentException notSent) {
      // The client would not send it, or the door closed the connection in the middle of a body.
      return List.of();
    }
    List<String> complaints = new ArrayList<>();
    if (answer.status() >= 500) {
      complaints.add(shown(operation, call, answer));
    } else if (answer.status() >= 400) {
      if (!answer.header("Content-Type").startsWith("application/problem+json")
          || INNARDS.matcher(answer.text()).find()) {
        complaints.add(shown(operation, call, answer));
      }
    }
    return complaints;
  }

  private static String shown(Operation operation, Call call, Answer answer) {
    byte[] body = call.body() == null ? new byte[0] : call.body();
    return "%s %s %s %s%n -> %d %s"
        .formatted(
            operation,
            cut(call.path()),
            cut(call.headers().toString()),
            cut(new String(body, java.nio.charset.StandardCharsets.UTF_8)),
            answer.status(),
            cut(answer.text()));
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
