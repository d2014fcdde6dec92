package org.crossborough.outcomes.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.form.TopFormFixture.aForm;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Story;
import org.crossborough.outcomes.form.TopFormFixture;
import org.junit.jupiter.api.Test;

/** Corrections take a record's place; duplicates are kept, and one of them is chosen. */
@QuarkusTest
class SupersedingATopComponentTest {

  private static final String ISLINGTON = "E09000019";

  private final OutcomesApi islington = OutcomesApi.as("demo-borough-islington");
  private final OutcomesApi worker = OutcomesApi.as("demo-drug-alcohol-worker");

  @Test
  void a_correction_counts_instead_and_the_old_record_stays_readable() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String old = id(islington.record(aForm(man.referralId()).json()));

    Response corrected =
        islington.supersede(
            old, "\"0\"", correction("DATA_ENTRY", form(man).with("qualityOfLife", "12")));

    corrected.then().statusCode(201).header("ETag", "\"0\"");
    JsonPath next = corrected.jsonPath();
    assertThat(next.getString("supersedes")).isEqualTo(old);
    assertThat(next.getBoolean("preferred")).isTrue();
    Response read = islington.get("/v1/top-records/" + old);
    read.then().header("ETag", "\"1\"");
    assertThat(read.jsonPath().getString("superseded.by")).isEqualTo(next.getString("id"));
    assertThat(read.jsonPath().getString("superseded.reason")).isEqualTo("DATA_ENTRY");
    assertThat(read.jsonPath().getBoolean("preferred")).isFalse();
    assertThat(read.jsonPath().getInt("qualityOfLife")).isEqualTo(9);
    assertThat(listed(man).getList("items.id")).containsExactly(next.getString("id"), old);
  }

  @Test
  void a_record_is_superseded_once_by_those_who_have_read_it() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String old = id(islington.record(aForm(man.referralId()).json()));
    String correction = correction("CLIENT_CORRECTION", form(man));

    List<Integer> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(_ -> islington.supersede(old, "\"0\"", correction).statusCode())
            .toList();

    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers).allMatch(status -> status == 201 || status == 409);
    String stale = id(islington.record(form(man).with("stage", "\"EXIT\"").json()));
    assertThat(islington.supersede(stale, "\"7\"", correction).statusCode()).isEqualTo(412);
  }

  @Test
  void a_record_about_another_man_is_taken_from_this_one() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    Story other = OtherServices.tellOfReferral(ISLINGTON);
    String first = id(islington.record(aForm(man.referralId()).json()));

    Response moved = islington.supersede(first, "\"0\"", correction("WRONG_CLIENT", form(other)));

    moved.then().statusCode(201);
    assertThat(moved.jsonPath().getString("referralId")).isEqualTo(other.referralId().toString());
    // There is room for his own start now; that one is nobody's, and is dropped.
    String second = id(islington.record(aForm(man.referralId()).json()));
    Response dropped = islington.supersede(second, "\"0\"", "{\"reason\":\"WRONG_CLIENT\"}");
    dropped.then().statusCode(200).header("ETag", "\"1\"");
    assertThat(dropped.jsonPath().getBoolean("preferred")).isFalse();
  }

  @Test
  void what_does_not_fit_the_reason_is_refused() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    Story other = OtherServices.tellOfReferral(ISLINGTON);
    String id = id(islington.record(aForm(man.referralId()).json()));

    assertThat(code(islington.supersede(id, "\"0\"", "{\"reason\":\"DATA_ENTRY\"}")))
        .isEqualTo("REQUIRED");
    assertThat(code(islington.supersede(id, "\"0\"", correction("DATA_ENTRY", form(other)))))
        .isEqualTo("OTHER_CLIENT");
    assertThat(code(islington.supersede(id, "\"0\"", correction("WRONG_CLIENT", form(man)))))
        .isEqualTo("SAME_CLIENT");
    assertThat(
            code(
                islington.supersede(
                    id, "\"0\"", correction("DATA_ENTRY", form(man).with("qualityOfLife", "21")))))
        .isEqualTo("OUT_OF_RANGE");
    OutcomesApi.as("demo-borough-camden")
        .supersede(id, "\"0\"", correction("DATA_ENTRY", form(man)))
        .then()
        .statusCode(404);
    assertThat(islington.get("/v1/top-records/" + id).jsonPath().getBoolean("preferred")).isTrue();
  }

  @Test
  void the_same_interview_from_two_organisations_is_kept_twice_and_counts_once() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String thin = id(islington.record(form(man).with("organisation", "\"DEMO1\"").json()));
    String full =
        id(
            worker.record(
                form(man)
                    .with("organisation", "\"DEMO2\"")
                    .using("alcohol", "{\"total\":3,\"typicalAmount\":4.5}")
                    .json()));
    assertThat(preferred(thin)).isFalse();
    assertThat(preferred(full)).isTrue();

    String coordinator =
        id(
            islington.record(
                form(man)
                    .with("organisation", "\"DEMO3\"")
                    .with("careCoordinator", "true")
                    .json()));

    assertThat(preferred(coordinator)).isTrue();
    assertThat(preferred(full)).isFalse();
    JsonPath shown = islington.get("/v1/top-records/" + full).jsonPath();
    assertThat(shown.getList("duplicates")).containsExactlyInAnyOrder(thin, coordinator);
    assertThat(shown.getList("warnings.code")).containsExactly("DUPLICATE");
    assertThat(shown.getDouble("substances.alcohol.typicalAmount")).isEqualTo(4.5);
  }

  @Test
  void each_treatment_episode_has_its_own_start() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    TopFormFixture first = form(man).with("episodeReference", "\"EP-1\"");

    islington.record(first.json()).then().statusCode(201);
    islington.record(first.with("interviewDate", "\"2026-02-09\"").json()).then().statusCode(400);
    islington
        .record(
            form(man)
                .with("episodeReference", "\"EP-2\"")
                .with("interviewDate", "\"2026-02-09\"")
                .json())
        .then()
        .statusCode(201);
  }

  @Test
  void a_reference_stands_for_one_record() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String reference = "\"R-" + man.referralId().toString().substring(0, 30) + "\"";
    islington.record(form(man).with("recordReference", reference).json()).then().statusCode(201);

    Response again =
        islington.record(
            form(man).with("stage", "\"EXIT\"").with("recordReference", reference).json());

    again.then().statusCode(409);
    assertThat(again.jsonPath().getString("type")).isEqualTo("/problems/top/reference-used");
  }

  @Test
  void a_list_is_narrowed_and_paged_newest_first() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String start = id(islington.record(form(man).json()));
    String review = id(islington.record(at(man, "REVIEW", "2026-03-20")));
    String exit = id(islington.record(at(man, "EXIT", "2026-04-20")));

    assertThat(listed(man).getList("items.id")).containsExactly(exit, review, start);
    String path = "/v1/top-records?referralId=" + man.referralId();
    assertThat(islington.get(path + "&stage=EXIT").jsonPath().getList("items.id"))
        .containsExactly(exit);
    assertThat(
            islington.get(path + "&from=2026-03-01&to=2026-03-31").jsonPath().getList("items.id"))
        .containsExactly(review);
    Response page = islington.get(path + "&limit=2");
    assertThat(page.header("Link")).contains("rel=\"next\"");
    String next = page.jsonPath().getString("next");
    assertThat(islington.get(path + "&limit=2&cursor=" + next).jsonPath().getList("items.id"))
        .containsExactly(start);
    assertThat(OutcomesApi.as("demo-borough-camden").get(path).jsonPath().getList("items"))
        .isEmpty();
    for (String wrong :
        List.of(
            "referralId=1",
            "stage=NONE",
            "from=soon",
            "to=2026-02-31",
            "limit=0",
            "organisation=%00")) {
      islington.get("/v1/top-records?" + wrong).then().statusCode(400);
    }
    islington.get("/v1/top-records?cursor=x").then().statusCode(400);
  }

  @Test
  void every_section_is_read_back_as_it_was_answered() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    JsonPath view =
        islington
            .record(
                form(man)
                    .with("formVersion", "\"TOP_2007\"")
                    .with("injecting", "{\"days\":{\"total\":0}}")
                    .with("crime", "{\"shoplifting\":{\"weeks\":[1,0,0,0]},\"assault\":true}")
                    .with("social", "{\"paidWork\":{\"total\":0},\"evictionRisk\":false}")
                    .json())
            .jsonPath();

    assertThat(view.getString("injecting.sharing.state")).isEqualTo("ANSWERED");
    assertThat(view.getBoolean("injecting.sharing.answer")).isFalse();
    assertThat(view.getInt("crime.shoplifting.total")).isEqualTo(1);
    assertThat(view.getBoolean("crime.assault.answer")).isTrue();
    assertThat(view.getString("crime.fraud.state")).isEqualTo("NOT_ANSWERED");
    assertThat(view.getInt("social.paidWork.total")).isZero();
    assertThat(view.getString("social.volunteering.state")).isEqualTo("NOT_ASKED");
    assertThat(view.getString("substances.tobacco.state")).isEqualTo("NOT_ASKED");
  }

  private boolean preferred(String id) {
    return islington.get("/v1/top-records/" + id).jsonPath().getBoolean("preferred");
  }

  private JsonPath listed(Story man) {
    return islington.get("/v1/top-records?referralId=" + man.referralId()).jsonPath();
  }

  private static TopFormFixture form(Story man) {
    return aForm(man.referralId());
  }

  private static String at(Story man, String stage, String day) {
    return form(man)
        .with("stage", "\"" + stage + "\"")
        .with("interviewDate", "\"" + day + "\"")
        .json();
  }

  private static String correction(String reason, TopFormFixture form) {
    return "{\"reason\":\"%s\",\"record\":%s}".formatted(reason, form.json());
  }

  private static String id(Response created) {
    created.then().statusCode(201);
    return created.jsonPath().getString("id");
  }

  private static String code(Response refused) {
    refused.then().statusCode(400);
    return refused.jsonPath().getString("violations[0].code");
  }
}
