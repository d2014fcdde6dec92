package org.crossborough.referral.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aScreening;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingScreeningsComponentTest {

  @Test
  void pages_lead_from_the_newest_to_the_oldest_once_each() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(aScreening(CAMDEN));
    }

    List<String> listed = new ArrayList<>();
    String next = "/v1/screenings?limit=2";
    while (next != null && listed.size() < made.size()) {
      Response page = as(CAMDEN).urlEncodingEnabled(false).get(next);
      listed.addAll(page.jsonPath().getList("items.id", String.class));
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    assertThat(listed.subList(0, made.size())).isEqualTo(made);
  }

  @Test
  void a_borough_sees_its_own_without_the_answers() {
    String own = aScreening(ISLINGTON);
    String other = aScreening(CAMDEN);

    JsonPath seen = as(ISLINGTON).get("/v1/screenings?limit=100").jsonPath();

    assertThat(seen.getList("items.id", String.class)).contains(own).doesNotContain(other);
    assertThat(seen.getList("items.boroughCode", String.class)).containsOnly("E09000019");
    assertThat(seen.getMap("items[0]"))
        .containsOnlyKeys(
            "id", "boroughCode", "instrumentCode", "instrumentVersion", "screenedAt", "result");
    assertThat(as(COORDINATOR).get("/v1/screenings").jsonPath().getList("items.id", String.class))
        .startsWith(other, own);
  }

  @Test
  void what_cannot_be_listed_is_refused() {
    assertViolated(as(COORDINATOR).get("/v1/screenings?limit=0"), "limit", "RANGE");
    assertRefused(as(COORDINATOR).get("/v1/screenings?cursor=x"), 400, "request/invalid-cursor");
    assertRefused(as(MANAGER).get("/v1/screenings"), 403, "request/forbidden");
  }
}
