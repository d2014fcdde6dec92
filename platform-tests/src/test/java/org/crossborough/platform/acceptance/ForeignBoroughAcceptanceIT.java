package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description;
import org.crossborough.platform.driver.Description.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** To a borough, what another borough sent is not there: whatever is asked of it, and however. */
@ExtendWith(AcceptancePlatform.class)
class ForeignBoroughAcceptanceIT {

  private static final String OWNER = "demo-borough-islington";
  private static final List<String> STRANGERS =
      List.of("demo-borough-haringey", "demo-drug-alcohol-worker-camden");
  private static final Set<String> BOUND_ROLES = Set.of("borough-system", "drug-alcohol-worker");

  /** What every borough may read alike. */
  private static final Set<String> SHARED =
      Set.of("boroughs", "organisations", "screening-instruments", "programmes");

  @Test
  void nothing_tells_a_borough_what_another_has(UnderTest platform) {
    assertThat(platform.thinStory().referrals()).isNotEmpty();
    Set<String> compared = new TreeSet<>();
    SoftAssertions softly = new SoftAssertions();

    for (Operation operation : Description.operations(platform.api())) {
      Optional<String> foreign =
          mayBeAskedByBoroughs(operation) ? existing(platform, operation) : Optional.empty();
      foreign.ifPresent(id -> {
        compared.add(operation.toString());
        STRANGERS.forEach(stranger -> compare(platform, stranger, operation, id, softly));
      });
    }

    softly.assertAll();
    assertThat(compared).contains("GET /v1/referrals/{id}");
    System.out.println("Compared for foreign and unknown ids: " + compared);
  }

  private static boolean mayBeAskedByBoroughs(Operation operation) {
    return operation.path().contains("{")
        && !SHARED.contains(collection(operation))
        && operation.roles().stream().anyMatch(BOUND_ROLES::contains);
  }

  /** The id of something in the operation's collection that the owner has. */
  private static Optional<String> existing(UnderTest platform, Operation operation) {
    Answer listed = platform.api().send(Call.get("/v1/" + collection(operation)).as(OWNER));
    return Optional.of(listed.json().path("items").path(0).path("id").asText(""))
        .filter(id -> !id.isEmpty());
  }

  private static String collection(Operation operation) {
    return operation.path().split("/", -1)[2];
  }

  private static void compare(
      UnderTest platform,
      String stranger,
      Operation operation,
      String foreign,
      SoftAssertions softly) {
    String unknown = UUID.randomUUID().toString();
    Answer forForeign = platform.api().send(asked(operation, foreign).as(stranger));
    Answer forUnknown = platform.api().send(asked(operation, unknown).as(stranger));
    String what = stranger + ": " + operation;
    softly.assertThat(forForeign.status()).as(what).isBetween(400, 499);
    softly.assertThat(forForeign.status()).as(what).isEqualTo(forUnknown.status());
    softly.assertThat(told(forForeign, foreign)).as(what).isEqualTo(told(forUnknown, unknown));
    softly
        .assertThat(forForeign.headers().map().keySet())
        .as(what)
        .isEqualTo(forUnknown.headers().map().keySet());
  }

  private static Call asked(Operation operation, String id) {
    String path = operation.filled(id);
    Call call =
        operation.example().isMissingNode()
            ? operation.call(id)
            : Call.bodied(
                operation.method(),
                path,
                operation.example().toString().getBytes(StandardCharsets.UTF_8));
    return operation.method().equals("GET")
        ? call
        : call.with("Idempotency-Key", Names.unique("foreign")).with("If-Match", "\"0\"");
  }

  /** The answer without what the caller said himself and without the number of the request. */
  private static String told(Answer answer, String id) {
    JsonNode body = answer.json();
    if (body instanceof ObjectNode object) {
      JsonNode _ = object.remove("correlationId");
    }
    return body.toString().replace(id, "{id}");
  }
}
