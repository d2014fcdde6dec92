package org.crossborough.safety.children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.RiskDesk.add;
import static org.crossborough.safety.driver.RiskDesk.added;
import static org.crossborough.safety.driver.RiskDesk.faults;
import static org.crossborough.safety.driver.RiskDesk.look;
import static org.crossborough.safety.driver.RiskDesk.move;
import static org.crossborough.safety.driver.SafetyApi.aCase;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordingChildrenComponentTest {

  private static final String CHILD =
      "{\"name\":\"Example Child\",\"dateOfBirth\":\"2019-05-17\",\"hisChild\":\"YES\"}";
  private static final String REMOVAL = "{\"reasonCode\":\"RECORDED_TWICE\"}";

  @Test
  void a_child_is_sealed_and_counted_while_it_was_under_eighteen() {
    UUID id = aCase();

    Response recorded = add(id, "children", CHILD);
    var _ = added(id, "children", CHILD.replace("2019", "1999"));
    var _ = added(id, "children", "{\"name\":\"Somebody\",\"underEighteen\":true}");

    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    assertThat(recorded.asString()).doesNotContain("Example", "2019");
    Response children = look(id, "children");
    assertThat(children.<List<String>>path("items.name"))
        .containsExactly("Example Child", "Example Child", "Somebody");
    assertThat(children.<List<Boolean>>path("items.underEighteen"))
        .containsExactly(true, false, true);
    assertThat(look(id, "summary").<Integer>path("children.underEighteen")).isEqualTo(2);
  }

  @Test
  void a_child_recorded_twice_comes_off_the_case_once() {
    UUID id = aCase();
    String removal = "children/" + added(id, "children", CHILD) + "/removal";

    assertThat(move(id, removal, null, REMOVAL).statusCode()).isEqualTo(428);
    assertThat(move(aCase(), removal, "\"0\"", REMOVAL).statusCode()).isEqualTo(404);
    assertThat(move(id, removal, "\"0\"", REMOVAL).statusCode()).isEqualTo(200);
    assertThat(move(id, removal, "\"0\"", REMOVAL).statusCode()).isEqualTo(412);
    assertThat(move(id, removal, "\"1\"", REMOVAL).<String>path("type"))
        .isEqualTo("/problems/children/already-removed");
    assertThat(look(id, "children").<List<String>>path("items")).isEmpty();
  }

  @Test
  void what_breaks_a_rule_names_the_field() {
    UUID id = aCase();

    assertThat(faults(add(id, "children", "{}")))
        .containsExactly("name REQUIRED", "underEighteen REQUIRED");
    assertThat(faults(add(id, "children", CHILD.replace("2019-05-17", "17.5.2019"))))
        .containsExactly("dateOfBirth DATE");
    assertThat(faults(add(id, "children", CHILD.replace("2019", "2126"))))
        .containsExactly("dateOfBirth IN_FUTURE");
    assertThat(faults(add(id, "children", CHILD.replace("{", "{\"underEighteen\":false,"))))
        .containsExactly("underEighteen CONTRADICTORY");
    assertThat(add(id, "children", CHILD.replace("YES", "MAYBE")).statusCode()).isEqualTo(400);
    for (int i = 0; i < Children.MOST; i++) {
      var _ = added(id, "children", CHILD);
    }
    assertThat(add(id, "children", CHILD).<String>path("type"))
        .isEqualTo("/problems/children/too-many");
  }

  @Test
  void those_who_protect_children_were_told_and_what_came_of_it_is_recorded_once() {
    UUID id = aCase();
    String child = added(id, "children", CHILD);
    String told =
        """
        {"referredOn":"2026-02-04","agency":"CHILDREN_SERVICES","children":["%s"],
         "reason":"Saw the assault on his mother"}\
        """
            .formatted(child);
    String outcome = "{\"outcome\":\"ASSESSMENT\",\"outcomeOn\":\"2026-02-11\"}";

    assertThat(faults(add(aCase(), "safeguarding-referrals", told)))
        .containsExactly("children UNKNOWN");
    String referral = "safeguarding-referrals/" + added(id, "safeguarding-referrals", told);
    assertThat(look(id, "safeguarding-referrals").<String>path("items[0].reason"))
        .isEqualTo("Saw the assault on his mother");
    assertThat(faults(move(id, referral + "/outcome", "\"0\"", outcome.replace("02-11", "02-01"))))
        .containsExactly("outcomeOn ORDER");
    assertThat(move(id, referral + "/outcome", "\"0\"", outcome).<String>path("outcome"))
        .isEqualTo("ASSESSMENT");
    assertThat(move(id, referral + "/outcome", "\"1\"", outcome).<String>path("type"))
        .isEqualTo("/problems/children/outcome-known");
    assertThat(add(id, "safeguarding-referrals", told.replace(child, "x")).statusCode())
        .isEqualTo(400);
  }
}
