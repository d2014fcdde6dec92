package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description;
import org.crossborough.platform.driver.Description.Operation;
import org.crossborough.platform.driver.SupportDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody of the programme's side, and nobody who pays, gets an answer from the survivor side. */
@ExtendWith(AcceptancePlatform.class)
class IsolationAcceptanceIT {

  private static final List<String> SURVIVOR_SIDE =
      List.of("/v1/survivor-cases", "/v1/safety-aggregates");
  private static final Set<String> ITS_OWN_ROLES =
      Set.of("iss-worker", "iss-manager", "safeguarding-lead");

  static Stream<DemoIdentity> outsiders() {
    return DemoIdentity.ALL.stream()
        .filter(identity -> identity.roles().stream().noneMatch(ITS_OWN_ROLES::contains));
  }

  @Test
  void no_token_of_another_side_gets_in_nor_learns_what_exists(UnderTest platform) {
    assertThat(platform.thinStory().referrals()).isNotEmpty();
    String existing = new SupportDesk(platform.api()).worklist().getFirst().id();
    List<Operation> operations = survivorSide(platform);
    SoftAssertions softly = new SoftAssertions();

    outsiders()
        .forEach(outsider ->
            operations.forEach(
                operation -> probe(platform, outsider.name(), operation, existing, softly)));

    softly.assertAll();
    assertThat(operations).as("operations of the survivor side").hasSizeGreaterThan(5);
    assertThat(outsiders()).hasSizeGreaterThan(15);
  }

  private static void probe(
      UnderTest platform,
      String outsider,
      Operation operation,
      String existing,
      SoftAssertions softly) {
    String invented = UUID.randomUUID().toString();
    Answer real = platform.api().send(operation.call(existing).as(outsider));
    Answer none = platform.api().send(operation.call(invented).as(outsider));
    String what = outsider + ": " + operation;
    softly.assertThat(real.status()).as(what).isIn(401, 403, 404);
    softly.assertThat(none.status()).as(what).isEqualTo(real.status());
    softly.assertThat(told(none, invented)).as(what).isEqualTo(told(real, existing));
  }

  /** The answer without what the caller said himself and without the number of the request. */
  private static String told(Answer answer, String id) {
    JsonNode body = answer.json();
    if (body instanceof ObjectNode object) {
      JsonNode _ = object.remove("correlationId");
    }
    return body.toString().replace(id, "{id}");
  }

  @Test
  void the_hand_over_takes_and_never_gives(UnderTest platform) {
    String receipt = UUID.randomUUID().toString();
    List<String> methods = List.of("GET", "PUT", "DELETE", "PATCH");

    for (String method : methods) {
      for (String path : List.of("/v1/at-risk-details", "/v1/at-risk-details/" + receipt)) {
        Answer answer = platform.api().send(Call.bare(method, path).as("demo-borough-islington"));
        assertThat(answer.status()).as(method + " " + path).isIn(404, 405);
      }
    }
  }

  @Test
  void a_borough_sees_no_referral_of_another(UnderTest platform) {
    List<String> referrals = platform.thinStory().referrals();
    String invented = UUID.randomUUID().toString();

    Answer unknown = read(platform, "demo-borough-haringey", invented);
    // The first man of the story was referred by Islington.
    Answer foreign = read(platform, "demo-borough-haringey", referrals.getFirst());
    Answer own = read(platform, "demo-borough-islington", referrals.getFirst());

    assertThat(own.status()).isEqualTo(200);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(told(foreign, referrals.getFirst())).isEqualTo(told(unknown, invented));
  }

  private static Answer read(UnderTest platform, String identity, String id) {
    return platform.api().send(Call.get("/v1/referrals/" + id).as(identity));
  }

  private static List<Operation> survivorSide(UnderTest platform) {
    return Description.operations(platform.api()).stream()
        .filter(operation -> SURVIVOR_SIDE.stream().anyMatch(operation.path()::startsWith))
        .toList();
  }
}
