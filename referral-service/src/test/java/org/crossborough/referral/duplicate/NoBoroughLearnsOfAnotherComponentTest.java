package org.crossborough.referral.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aName;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.aReferralOf;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Everything Camden can ask about its own referral, byte for byte, when the man is known to Camden
 * alone, when Islington has referred him as well, and after a coordinator has joined the two.
 */
@QuarkusTest
class NoBoroughLearnsOfAnotherComponentTest {

  private static final List<String> PATHS =
      List.of(
          "/v1/referrals/%s",
          "/v1/referrals/%s/timeline",
          "/v1/referrals/%s/clocks",
          "/v1/referrals/%s/accesses",
          "/v1/referrals/%s/possible-duplicates",
          "/v1/referrals/%s/subject-access-export",
          "/v1/referrals?limit=1",
          "/v1/case-list?limit=1",
          "/v1/case-list?limit=1&text=demo",
          "/v1/referrals?limit=1&status=NOT_PROCEEDING",
          "/v1/case-list?limit=1&status=NOT_PROCEEDING");

  @Test
  void what_a_borough_sees_is_the_same_whether_or_not_another_has_referred_the_man() {
    List<String> alone = seenByCamden(aName());
    String known = aName();
    String inIslington = aReferralOf(ISLINGTON, "Demo", known);
    upkeepIsDone();
    List<String> alsoElsewhere = seenByCamden(known);

    assertThat(alsoElsewhere).isEqualTo(alone);
    assertThat(inIslington).isNotBlank();
  }

  @Test
  void nothing_a_borough_sees_changes_when_a_coordinator_joins_its_man_with_anothers() {
    String name = aName();
    String inIslington = aReferralOf(ISLINGTON, "Demo", name);
    String inCamden = aReferralOf(CAMDEN, "Demo", name);
    upkeepIsDone();
    List<String> before = answers(inCamden);

    Response joined =
        as(COORDINATOR)
            .header("Idempotency-Key", UUID.randomUUID())
            .body(
                "{\"referralId\":\"%s\",\"decision\":\"SAME_MAN\",\"reason\":\"Demo\"}"
                    .formatted(inIslington))
            .post("/v1/referrals/" + inCamden + "/possible-duplicates/decisions");
    assertThat(joined.statusCode()).as(joined.asString()).isEqualTo(200);
    upkeepIsDone();

    assertThat(answers(inCamden)).isEqualTo(before);
  }

  private static List<String> seenByCamden(String familyName) {
    ObjectNode form = aReferralForm(CAMDEN);
    ((ObjectNode) form.get("client")).put("familyName", familyName).remove("nhsNumber");
    Response answer = post(CAMDEN, "/v1/referrals", form);
    String id = created(answer);
    upkeepIsDone();
    List<String> seen = new ArrayList<>(List.of(masked(answer, familyName)));
    PATHS.forEach(path -> seen.add(masked(camden(path.formatted(id)), familyName)));
    return seen;
  }

  private static List<String> answers(String id) {
    return PATHS.stream().map(path -> whole(camden(path.formatted(id)))).toList();
  }

  private static Response camden(String path) {
    return as(CAMDEN).header("X-Correlation-ID", "the-same-id").get(path);
  }

  /**
   * Without what differs between any two referrals: ids, instants, references, the made-up name.
   */
  private static String masked(Response answer, String familyName) {
    return whole(answer)
        .replace(familyName, "NAME")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}", "REFERENCE")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "INSTANT")
        .replaceAll("(cursor=|\"next\":\")[A-Za-z0-9_-]+", "$1CURSOR")
        .replaceAll("\"correlationId\":\"[^\"]+\"", "CORRELATION")
        .replaceAll("content-length=\\d+", "LENGTH");
  }

  private static String whole(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
    List<String> headers =
        answer.headers().asList().stream()
            .filter(header -> !header.getName().equalsIgnoreCase("X-Correlation-ID"))
            .map(header -> header.getName() + "=" + header.getValue())
            .sorted()
            .toList();
    return answer.statusCode() + " " + headers + " " + answer.asString();
  }
}
