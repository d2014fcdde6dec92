package org.crossborough.safety.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;

/** What keeps a worker from a case: teams and declared conflicts, put up and taken down. */
public final class Walls {

  private Walls() {}

  /** Asks for a case as somebody. */
  public static Response read(String who, UUID id) {
    return as(who).header("X-Purpose", "SUPPORT_CALL").get("/v1/survivor-cases/{id}", id);
  }

  /** Sends something as somebody who does not mind which version there is. */
  public static Response post(String who, String path, String json) {
    return as(who).header("If-Match", "*").contentType(ContentType.JSON).body(json).post(path);
  }

  /** Has somebody declare a conflict with the man whom a case is about, and tells its id. */
  public static String declareConflict(String who, String reasonCode, UUID caseId)
      throws SQLException {
    Object referralId =
        Psql.rows("*", "select referral_id from survivor_case where id = ?", caseId)
            .getFirst()
            .get("referral_id");
    Response answer =
        post(
            who,
            "/v1/declared-conflicts",
            "{\"referralId\":\"%s\",\"reasonCode\":\"%s\"}".formatted(referralId, reasonCode));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("id");
  }

  /** Takes down whatever stands, so that one test is not in another's way. */
  public static void takeDown() throws SQLException {
    TablesOwner.run("update team_member set left_at = now() where left_at is null");
    TablesOwner.run("update declared_conflict set withdrawn_at = now() where withdrawn_at is null");
  }
}
