package org.crossborough.platform.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description.Operation;
import org.crossborough.platform.driver.PublicApi;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what on the survivor side, cell by cell: everybody, anonymous callers included, every
 * operation, and the case of one borough, of another, and of nobody. What is expected follows from
 * the roles that the description declares; no cell is written by hand.
 */
final class RoleMatrix {

  private static final String STALE = "\"999999999\"";

  private final PublicApi api;
  private final SurvivorSide side;
  private final Map<String, String> cases;
  private final List<String> wrong = new ArrayList<>();
  private int cells;
  private int refused;

  /**
   * @param cases an existing case for each owner
   */
  RoleMatrix(PublicApi api, SurvivorSide side, Map<String, String> cases) {
    this.api = api;
    this.side = side;
    this.cases = cases;
  }

  /** How many cells were tested. */
  int cells() {
    return cells;
  }

  /** In how many the caller was rightly kept out. */
  int refused() {
    return refused;
  }

  /** Cells that are not as declared. */
  List<String> wrong() {
    return Collections.unmodifiableList(wrong);
  }

  /** Tests every cell. */
  RoleMatrix test() {
    for (Operation operation : side.operations()) {
      test(operation, null, operation.roles().isEmpty());
      // What is open to all is asked without a token: one for another service is refused there too.
      if (!operation.roles().isEmpty()) {
        DemoIdentity.ALL.forEach(
            identity -> test(operation, identity.name(), mayCall(operation, identity)));
      }
    }
    return this;
  }

  private void test(Operation operation, @Nullable String identity, boolean allowed) {
    String nobody = UUID.randomUUID().toString();
    Answer none = ask(operation, identity, nobody);
    check(operation, identity, "nobody", allowed, none);
    if (allowed && operation.path().contains("{") && none.status() != 404) {
      wrong.add(
          "%s, %s: nobody's is not missing: %s".formatted(operation, identity, none.status()));
    }
    cases.forEach((owner, id) -> {
      Answer answer = ask(operation, identity, id);
      check(operation, identity, owner, allowed, answer);
      if (!allowed && !told(answer, id).equals(told(none, nobody))) {
        wrong.add("%s, %s: told apart from nobody's".formatted(operation, identity));
      }
    });
  }

  /** An account of both sides may nothing at all. */
  private static boolean mayCall(Operation operation, DemoIdentity identity) {
    boolean own = identity.roles().stream().anyMatch(SurvivorSide.ROLES::contains);
    boolean other = identity.roles().stream().anyMatch(role -> !SurvivorSide.ROLES.contains(role));
    return !(own && other) && identity.roles().stream().anyMatch(operation.roles()::contains);
  }

  private void check(
      Operation operation,
      @Nullable String identity,
      String owner,
      boolean allowed,
      Answer answer) {
    cells++;
    boolean out = answer.status() == 401 || answer.status() == 403;
    refused += out ? 1 : 0;
    if (out == allowed || answer.status() >= 500) {
      wrong.add(
          "%s, %s, case of %s: %d %s"
              .formatted(operation, identity, owner, answer.status(), answer.problem()));
    }
  }

  /** Rightly formed, and with a version that is never current, so that nothing is changed. */
  private Answer ask(Operation operation, @Nullable String identity, String id) {
    return api.send(request(operation, id).as(identity));
  }

  private static Call request(Operation operation, String id) {
    String key = "matrix-" + UUID.randomUUID();
    if (operation.mediaType().equals("application/jose")) {
      return BoroughClient.sealed(key, "not.an.envelope");
    }
    Call call =
        operation.method().equals("GET") || operation.method().equals("DELETE")
            ? Call.bare(operation.method(), operation.filled(id))
            : Call.bodied(
                    operation.method(),
                    operation.filled(id),
                    operation.example().toString().getBytes(StandardCharsets.UTF_8))
                .with("Idempotency-Key", key);
    return call.with("If-Match", STALE).with("X-Purpose", "COMPLAINT");
  }

  /** An answer without the number of the request and what the caller himself had named. */
  static String told(Answer answer, String id) {
    JsonNode body = answer.json();
    if (body instanceof ObjectNode object) {
      JsonNode _ = object.remove("correlationId");
    }
    return answer.status() + " " + body.toString().replace(id, "{id}");
  }
}
