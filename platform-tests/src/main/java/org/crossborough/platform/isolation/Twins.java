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
              + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+]00:00)"
              + "|Man \\d\\d|020 7946 09\\d\\d|DEMO-EPISODE-\\d\\d"
              + "|\"(ageBand|date_?[oO]f_?[bB]irth|reference|external_?[rR]eference)\":\"[^\"]*\"");

  /** One list of everybody's changes, read to its end for what is his. */
  private static final String FEED = "/v1/referral-changes";

  /**
   * Who read about him when, in the copy that he is given. How often somebody on his side looked is
   * theirs, and differs from run to run; who looked at what is compared.
   */
  private static final String READINGS = "referral_access";

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
            Answer answer = answer(operation, id, identity.name());
            views.put(
                "%s of %s as %s".formatted(operation, kind, identity.name()),
                view(answer, body(answer, operation, identity.name()), ids, without));
          });
        }
      }
    }
    return views;
  }

  private Answer answer(Operation operation, String id, String who) {
    return api.send(Call.get(operation.filled(id)).as(who));
  }

  /** What an answer says, or all pages together where they are one list without an end. */
  private JsonNode body(Answer first, Operation operation, String who) {
    if (!operation.path().equals(FEED) || !(first.json().path("items") instanceof ArrayNode all)) {
      return first.json();
    }
    JsonNode page = first.json();
    while (!page.path("items").isEmpty()) {
      String after = page.path("next").asText();
      page = api.send(Call.get(FEED + "?limit=100&after=" + after).as(who)).json();
      page.path("items").forEach(all::add);
    }
    return all;
  }

  /** Of a list only what is his. */
  private static String view(
      Answer answer, JsonNode said, Map<String, String> ids, Set<String> without) {
    JsonNode body = said;
    if (body.path("items") instanceof ArrayNode items) {
      body = his(items, ids);
    } else if (body instanceof ArrayNode changes && changes.path(0).has("boroughStatus")) {
      body = his(changes, ids);
    }
    if (without.contains(RECEIPT)) {
      body = withoutReceipts(body);
    }
    strip(body, without);
    collapse(body);
    String etag = without.contains("version") ? "" : answer.header("ETag");
    return OWN.matcher(answer.status() + " " + etag + " " + body).replaceAll("…");
  }

  private static ArrayNode his(ArrayNode items, Map<String, String> ids) {
    ArrayNode his = items.arrayNode();
    items.forEach(item -> {
      if (ids.values().stream().anyMatch(item.toString()::contains)) {
        ArrayNode _ = his.add(item);
      }
    });
    return his;
  }

  private static JsonNode withoutReceipts(JsonNode body) {
    if (!(body instanceof ArrayNode entries)) {
      return body;
    }
    ArrayNode rest = entries.arrayNode();
    entries.forEach(entry -> {
      if (!entry.path("kind").asText().equals("RECEIPT")
          && !entry.path("type").asText().equals("referral.handed_over")) {
        ArrayNode _ = rest.add(entry);
      }
    });
    return rest;
  }

  /** Of the readings each kind once. */
  private static void collapse(JsonNode body) {
    if (body.path("held") instanceof ObjectNode held
        && held.path(READINGS) instanceof ArrayNode all) {
      Set<String> kinds = new TreeSet<>();
      all.forEach(one -> kinds.add(OWN.matcher(one.toString()).replaceAll("…")));
      ObjectNode _ = held.put(READINGS, kinds.toString());
    }
  }

  private static void strip(JsonNode node, Set<String> without) {
    if (node instanceof ObjectNode object) {
      JsonNode _ = object.remove("correlationId");
      ObjectNode _ = object.remove(without);
    }
    node.forEach(child -> strip(child, without));
  }
}
