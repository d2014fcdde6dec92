package org.crossborough.platform.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description.Operation;
import org.crossborough.platform.driver.PublicApi;

/**
 * Two men who went the same way, as everybody outside the survivor side sees them: every operation
 * that reads, for every identity that may, about every id of theirs. What is each man's own, ids
 * and times, is masked; versions are not, for a version that has moved tells that something
 * happened.
 */
final class Twins {

  private static final Pattern OWN =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
              + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"
              + "|Man \\d\\d|020 7946 09\\d\\d|DEMO-EPISODE-\\d\\d"
              + "|\"ageBand\":\"[^\"]*\"|\"dateOfBirth\":\"[^\"]*\"|\"reference\":\"[^\"]*\"|\"externalReference\":\"[^\"]*\"");

  /**
   * Not about one man, or about what two men never share: the feed is one list of everybody's
   * changes, likenesses go by names, and a copy of what is held has every row's own times.
   */
  private static final Set<String> NOT_COMPARED =
      Set.of(
          "/v1/referral-changes",
          "/v1/referrals/{id}/possible-duplicates",
          "/v1/referrals/{id}/subject-access-export");

  /** The field of the receipt, and the entry of a timeline that tells when it came. */
  private static final String RECEIPT = "atRiskHandoff";

  private final PublicApi api;
  private final List<Operation> reading;
  private int compared;

  Twins(PublicApi api, List<Operation> all, SurvivorSide side) {
    this.api = api;
    this.reading =
        all.stream()
            .filter(one -> one.method().equals("GET") && !side.operations().contains(one))
            .filter(one -> !NOT_COMPARED.contains(one.path()))
            .toList();
  }

  /** How many answers were compared. */
  int compared() {
    return compared;
  }

  /**
   * Every answer in which they differ.
   *
   * @param ids of a man, by what they are ids of; the same kinds for both
   * @param without fields in which they may differ
   */
  List<String> differences(
      Map<String, String> ids, Map<String, String> others, Set<String> without) {
    Map<String, String> one = views(ids, without);
    Map<String, String> other = views(others, without);
    List<String> different = new ArrayList<>();
    for (String question : union(one.keySet(), other.keySet())) {
      compared++;
      if (!one.getOrDefault(question, "").equals(other.getOrDefault(question, ""))) {
        different.add("%s%n  %s%n  %s".formatted(question, one.get(question), other.get(question)));
      }
    }
    return different;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private Map<String, String> views(Map<String, String> ids, Set<String> without) {
    Map<String, String> views = new TreeMap<>();
    for (Operation operation : reading) {
      for (DemoIdentity identity : DemoIdentity.ALL) {
        if (identity.roles().stream().anyMatch(operation.roles()::contains)) {
          ids.forEach((kind, id) -> {
            Answer answer = api.send(Call.get(operation.filled(id)).as(identity.name()));
            views.put(
                "%s of %s as %s".formatted(operation, kind, identity.name()),
                view(answer, ids, without));
          });
        }
      }
    }
    return views;
  }

  /** Of a list only what is his. */
  private static String view(Answer answer, Map<String, String> ids, Set<String> without) {
    JsonNode body = answer.json();
    if (body.path("items") instanceof ArrayNode items) {
      ArrayNode his = items.arrayNode();
      items.forEach(item -> {
        if (ids.values().stream().anyMatch(item.toString()::contains)) {
          ArrayNode _ = his.add(item);
        }
      });
      body = his;
    }
    if (without.contains(RECEIPT)) {
      body = withoutReceipts(body);
    }
    strip(body, without);
    String etag = without.contains("version") ? "" : answer.header("ETag");
    return OWN.matcher(answer.status() + " " + etag + " " + body).replaceAll("…");
  }

  private static JsonNode withoutReceipts(JsonNode body) {
    if (!(body instanceof ArrayNode entries)) {
      return body;
    }
    ArrayNode rest = entries.arrayNode();
    entries.forEach(entry -> {
      if (!entry.path("kind").asText().equals("RECEIPT")) {
        ArrayNode _ = rest.add(entry);
      }
    });
    return rest;
  }

  private static void strip(JsonNode node, Set<String> without) {
    if (node instanceof ObjectNode object) {
      JsonNode _ = object.remove("correlationId");
      ObjectNode _ = object.remove(without);
    }
    node.forEach(child -> strip(child, without));
  }
}
