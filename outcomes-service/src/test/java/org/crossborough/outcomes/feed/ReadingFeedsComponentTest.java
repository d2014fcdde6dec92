package org.crossborough.outcomes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, files and pictures of feeds, and who is let to which. */
@QuarkusTest
class ReadingFeedsComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String CAMDEN = "E09000007";
  private static final LocalDate MAY = LocalDate.parse("2025-05-12");
  private static final OutcomesApi ANALYST = OutcomesApi.as("demo-outcomes-analyst");
  private static final OutcomesApi LONDON = OutcomesApi.as("demo-commissioner-london");
  private static final OutcomesApi BOROUGH = OutcomesApi.as("demo-commissioner-borough");
  private static final OutcomesApi NATION = OutcomesApi.as("demo-commissioner-national");

  /** Everything a reader of a feed can ask for. */
  private static final List<String> FORMS =
      List.of(
          "",
          "?limit=3",
          "/cells.csv",
          "/cells.ndjson",
          "/cells.csv-metadata.json",
          "/charts/M-01/over-time.svg",
          "/charts/M-08/by-line.svg",
          "/charts/M-12/over-time.svg");

  private Population people;

  @BeforeEach
  void forget() throws SQLException {
    people = Population.none();
  }

  @Test
  void pages_files_and_pictures_carry_the_same_figures() throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    people.referred(ISLINGTON, MAY, "GP", 30);
    release("london", "2025-Q1");

    List<Map<String, Object>> paged = new ArrayList<>();
    String next = "/v1/feeds/london?limit=25";
    while (next != null) {
      Response page = LONDON.get(next);
      paged.addAll(page.jsonPath().getList("items"));
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll("^<|>.*", "");
    }
    List<String> lines = LONDON.get("/v1/feeds/london/cells.ndjson").asString().lines().toList();
    List<String> rows = LONDON.get("/v1/feeds/london/cells.csv").asString().lines().toList();
    JsonPath metadata =
        new JsonPath(LONDON.get("/v1/feeds/london/cells.csv-metadata.json").asString());

    assertThat(lines.stream().map(line -> new JsonPath(line).<String, Object>getMap("")).toList())
        .isEqualTo(paged);
    assertThat(rows).hasSize(paged.size() + 1);
    assertThat(rows.getFirst())
        .isEqualTo(String.join(",", metadata.<String>getList("tableSchema.columns.name")));
    assertThat(rows).anyMatch(row -> row.contains("M-08,ALL,25,30,83.3,PERCENT,false"));
    assertThat(rows).anyMatch(row -> row.contains("M-08,OTHER,0,0,,PERCENT,false"));
    String picture = LONDON.get("/v1/feeds/london/charts/M-08/over-time.svg").asString();
    assertThat(picture).contains("<title", "<desc", "2025-Q1: 83.3").contains("role=\"img\"");
  }

  @Test
  void a_hidden_number_is_told_as_hidden_in_a_picture() throws SQLException {
    people.referred(ISLINGTON, MAY, "GP", 3);
    people.referred(ISLINGTON, MAY, "POLICE", 30);
    release("london", "2025-Q1");

    assertThat(LONDON.get("/v1/feeds/london/charts/M-01/by-line.svg").asString())
        .contains("HEALTH: withheld")
        .contains("JUSTICE: 30");
  }

  /** One address holds another feed for each borough's commissioner. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/cells.csv", "/cells.ndjson", "/charts/M-08/over-time.svg"})
  void the_tag_of_one_borough_does_not_stand_for_another(String form) throws SQLException {
    for (String borough : List.of(ISLINGTON, CAMDEN)) {
      people.men(borough, MAY, 30, 26, 20);
      releaseOf(borough);
    }
    String path = "/v1/feeds/borough" + form + "?area=";
    Response islington = ANALYST.get(path + ISLINGTON);

    assertThat(ANALYST.get(path + ISLINGTON, islington.header("ETag")).statusCode()).isEqualTo(304);
    assertThat(ANALYST.get(path + CAMDEN, islington.header("ETag")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/cells.csv", "/cells.ndjson", "/charts/M-08/over-time.svg"})
  void who_holds_the_newest_is_told_so_without_a_body(String form) throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    release("london", "2025-Q1");
    String path = "/v1/feeds/london" + form;
    Response first = LONDON.get(path);

    Response again = LONDON.get(path, first.header("ETag"));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.asByteArray()).isEmpty();
    people.men(ISLINGTON, LocalDate.parse("2025-08-01"), 30, 26, 20);
    release("london", "2025-Q2");
    assertThat(LONDON.get(path, first.header("ETag")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "demo-commissioner-borough, borough shared",
    "demo-commissioner-london, shared london",
    "demo-commissioner-national, national",
    "demo-outcomes-analyst, borough shared london national"
  })
  void each_reader_has_feeds_of_his_own(String caller, String products) {
    OutcomesApi reader = OutcomesApi.as(caller);

    assertThat(String.join(" ", reader.get("/v1/feeds").jsonPath().<String>getList("items.id")))
        .isEqualTo(products);
    Response nowhere = reader.get("/v1/feeds/nothing");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    for (String product : List.of("borough", "shared", "london", "national")) {
      if (!Arrays.asList(products.split(" ", -1)).contains(product)) {
        for (String form : FORMS) {
          Response answer = reader.get("/v1/feeds/" + product + form);
          assertThat(answer.statusCode()).as(product + form).isEqualTo(404);
          assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(nowhere));
        }
      }
    }
  }

  @Test
  void an_area_can_be_chosen_by_an_analyst_only() throws SQLException {
    people.men(CAMDEN, MAY, 30, 26, 20);
    releaseOf(CAMDEN);

    assertThat(ANALYST.get("/v1/feeds/borough?area=" + CAMDEN).jsonPath().getList("items"))
        .isNotEmpty();
    assertThat(ANALYST.get("/v1/feeds/borough").statusCode()).isEqualTo(404);
    assertThat(BOROUGH.get("/v1/feeds/borough?area=" + CAMDEN).statusCode()).isEqualTo(404);
    assertThat(BOROUGH.get("/v1/feeds/borough?area=" + ISLINGTON).statusCode()).isEqualTo(200);
    assertThat(LONDON.get("/v1/feeds/london?area=" + CAMDEN).statusCode()).isEqualTo(404);
  }

  @Test
  void nothing_a_borough_reads_of_its_own_depends_on_any_other() throws SQLException {
    people.men(ISLINGTON, MAY, 30, 26, 20);
    people.referred(ISLINGTON, MAY, "GP", 9);
    List<String> alone = releasedAndRead(BOROUGH, "borough");
    people = Population.none();
    people.men(ISLINGTON, MAY, 30, 26, 20);
    people.referred(ISLINGTON, MAY, "GP", 9);
    people.men(CAMDEN, MAY, 3, 2, 1);
    people.referred(CAMDEN, MAY, "POLICE", 77);
    releaseOf(CAMDEN);
    release("shared", "2025-Q1");
    List<String> amongOthers = releasedAndRead(BOROUGH, "borough");

    assertThat(amongOthers).isEqualTo(alone);
  }

  @Test
  void nothing_the_nation_reads_depends_on_where_in_london_men_live() throws SQLException {
    people.men(ISLINGTON, MAY, 60, 46, 20);
    people.referred(ISLINGTON, MAY, "GP", 90);
    release("national", "2025");
    List<String> one = read(NATION, "national");
    people = Population.none();
    people.men(ISLINGTON, MAY, 31, 30, 4);
    people.men(CAMDEN, MAY, 29, 16, 16);
    people.referred(ISLINGTON, MAY, "GP", 2);
    people.referred(CAMDEN, MAY, "POLICE", 88);
    releaseOf(CAMDEN);
    release("national", "2025");
    List<String> other = read(NATION, "national");

    assertThat(other).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=101",
        "?cursor=nonsense",
        "?cursor=AQ",
        "?cursor=AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void a_page_that_cannot_be_is_refused(String query) {
    LONDON.get("/v1/feeds/london" + query).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "W/\"x\"", "\"", ",,,", "\"0-50\""})
  void any_tag_at_all_is_read(String tag) {
    assertThat(LONDON.get("/v1/feeds/london", tag).statusCode()).isIn(200, 304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"M-99", "..", "M-08%00", "'"})
  void there_are_no_charts_of_what_there_is_not(String metric) {
    assertThat(LONDON.get("/v1/feeds/london/charts/" + metric + "/over-time.svg").statusCode())
        .isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-borough-islington", "demo-facilitator", "demo-role-conflict"})
  void those_who_work_with_the_men_read_no_feeds(String caller) {
    for (String form : FORMS) {
      OutcomesApi.as(caller).get("/v1/feeds/shared" + form).then().statusCode(403);
    }
    OutcomesApi.as(caller).get("/v1/feeds").then().statusCode(403);
  }

  private static List<String> releasedAndRead(OutcomesApi reader, String product) {
    releaseOf(ISLINGTON);
    return read(reader, product);
  }

  /** Every answer there is, with its length and its tag; but for the moment of the release. */
  private static List<String> read(OutcomesApi reader, String product) {
    List<String> answers = new ArrayList<>();
    answers.add(withoutMoment(reader.get("/v1/feeds")));
    answers.add(withoutMoment(reader.get("/v1/returns?product=" + product)));
    for (String form : FORMS) {
      answers.add(form + "\n" + withoutMoment(reader.get("/v1/feeds/" + product + form)));
    }
    return answers;
  }

  private static String withoutMoment(Response answer) {
    return answer.statusCode()
        + " "
        + answer.header("Content-Length")
        + " "
        + answer.header("ETag")
        + " "
        + answer.asString().replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "NOW");
  }

  private static String withoutTrace(Response answer) {
    // The address is the caller's own, and the correlation id that of the request.
    return answer.asString().replaceAll("\"(instance|correlationId)\":\"[^\"]*\"", "");
  }

  private static void release(String product, String period) {
    ANALYST
        .post("/v1/releases", "{\"product\":\"%s\",\"period\":\"%s\"}".formatted(product, period))
        .then()
        .statusCode(201);
  }

  private static void releaseOf(String borough) {
    ANALYST
        .post(
            "/v1/releases",
            "{\"product\":\"borough\",\"period\":\"2025-Q1\",\"area\":\"%s\"}".formatted(borough))
        .then()
        .statusCode(201);
  }
}
