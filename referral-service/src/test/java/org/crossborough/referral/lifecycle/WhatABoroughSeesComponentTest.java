package org.crossborough.referral.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralSentTwice;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crossborough.referral.boroughstatus.BoroughStatus;
import org.junit.jupiter.api.Test;

/**
 * Every operation that the served description lists, as a borough's own system: what is told of a
 * duplicate is told of any other ending in the same words, and never in those of staff.
 */
@QuarkusTest
class WhatABoroughSeesComponentTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ONE_REFERRAL = "/v1/referrals/{id}";

  /** Where a referral went before it ended is the one thing in which endings may differ. */
  private static final String TIMELINE = ONE_REFERRAL + "/timeline";

  private static final Set<String> WORDS_OF_STAFF =
      Arrays.stream(ReferralStatus.values())
          .map(Enum::name)
          .filter(
              name -> Arrays.stream(BoroughStatus.values()).noneMatch(w -> w.name().equals(name)))
          .map(name -> '"' + name + '"')
          .collect(Collectors.toCollection(TreeSet::new));

  /** An operation of the description. */
  private record Operation(String method, String path, String body) {

    Response on(String id) {
      RequestSpecification request =
          as(ISLINGTON).header("X-Correlation-ID", "the-same-id").body(body);
      if (!method.equals("get")) {
        request
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", get(COORDINATOR, id).header("ETag"));
      }
      String target = path.replace("{id}", id).replaceAll("\\{\\w+}", new UUID(0, 1).toString());
      return request.request(method, target);
    }

    boolean concernsOneReferral() {
      return path.startsWith(ONE_REFERRAL);
    }

    boolean reads() {
      return method.equals("get");
    }
  }

  @Test
  void a_duplicate_answers_every_operation_as_any_other_ending_does() throws IOException {
    String duplicate = aDuplicate();
    String declined = inTriage();
    moved(move(COORDINATOR, declined, "decline", "{\"reasonCode\":\"NOT_IN_AREA\"}"));
    upkeepIsDone();

    List<Operation> operations = operations();
    assertThat(operations).as("of one referral").hasSizeGreaterThan(40);
    for (Operation operation : operations) {
      if (!operation.path.equals(TIMELINE)) {
        String answer = masked(operation.on(duplicate));
        assertThat(answer).as(operation.toString()).isEqualTo(masked(operation.on(declined)));
        assertThat(WORDS_OF_STAFF).as(operation + answer).noneMatch(answer::contains);
      }
    }
    assertThat(lastOnTimeline(duplicate)).isEqualTo(lastOnTimeline(declined));
  }

  @Test
  void a_duplicate_and_its_twin_in_triage_have_answers_of_one_shape() throws IOException {
    String duplicate = aDuplicate();
    String twin = inTriage();
    upkeepIsDone();

    for (Operation operation : operations()) {
      if (operation.reads() && !operation.path.equals(TIMELINE)) {
        assertThat(wordless(operation.on(duplicate)))
            .as(operation.toString())
            .isEqualTo(wordless(operation.on(twin)));
      }
    }
  }

  @Test
  void no_list_and_no_feed_tells_a_borough_in_the_words_of_staff() throws IOException {
    String duplicate = aDuplicate();
    upkeepIsDone();

    List<String> lists =
        described().stream()
            .filter(operation -> operation.reads() && !operation.path.contains("{"))
            .map(Operation::path)
            .toList();
    assertThat(lists).contains("/v1/referrals", "/v1/case-list", "/v1/referral-changes");
    for (String list : lists) {
      String answer = as(ISLINGTON).get(list + "?limit=100").asString();
      assertThat(WORDS_OF_STAFF).as(list).noneMatch(answer::contains);
    }
    assertThat(as(ISLINGTON).get("/v1/referrals?limit=100").asString()).contains(duplicate);
  }

  private static List<Operation> operations() throws IOException {
    return described().stream().filter(Operation::concernsOneReferral).toList();
  }

  private static List<Operation> described() throws IOException {
    JsonNode api = JSON.readTree(given().get("/q/openapi?format=json").asString());
    List<Operation> operations = new ArrayList<>();
    api.get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    operations.add(
                        new Operation(
                            operation.getKey(),
                            path.getKey(),
                            example(api, operation.getValue())))));
    return operations;
  }

  /** A body that the description gives as an example. */
  private static String example(JsonNode api, JsonNode operation) {
    String reference =
        operation.at("/requestBody/content/application~1json/schema/$ref").asText("");
    JsonNode example =
        reference.isEmpty()
            ? MissingNode.getInstance()
            : api.at(reference.substring(1) + "/examples/0");
    return example.isMissingNode() ? "{}" : example.toString();
  }

  private static String aDuplicate() {
    String id = aReferralSentTwice(ISLINGTON);
    moved(move(COORDINATOR, id, "duplicate", "{}"));
    return id;
  }

  private static String inTriage() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    return id;
  }

  private static ObjectNode lastOnTimeline(String id) throws IOException {
    JsonNode timeline = JSON.readTree(get(ISLINGTON, id + "/timeline").asString());
    return ((ObjectNode) timeline.get(timeline.size() - 1)).without(List.of("at"));
  }

  private static String wordless(Response answer) {
    return masked(answer).replaceAll("\"boroughStatus\":\"[A-Z_]+\"", "\"boroughStatus\":WORD");
  }

  /** Without what differs between any two referrals. */
  private static String masked(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
    String headers =
        answer.headers().asList().stream()
            .filter(header -> !header.getName().equalsIgnoreCase("Date"))
            .map(header -> header.getName() + "=" + header.getValue())
            .sorted()
            .toList()
            .toString();
    return (answer.statusCode() + " " + headers + " " + answer.asString())
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}", "REFERENCE")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "INSTANT")
        .replaceAll("(cursor=|\"next\":\")[A-Za-z0-9_-]+", "$1CURSOR")
        .replaceAll("\"version\":\\d+", "VERSION")
        .replaceAll("(?i)etag=\"\\d+\"", "ETAG")
        .replaceAll("(?i)content-length=\\d+", "LENGTH");
  }
}
