package org.crossborough.outcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A return is its bytes: handed out alike for ever, signed, and replaced with a reason only. */
@QuarkusTest
class FreezingReturnsComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final LocalDate MAY = LocalDate.parse("2025-05-12");
  private static final String ORDER = "{\"product\":\"london\",\"period\":\"2025-Q1\"}";
  private static final String CORRECTION =
      "{\"product\":\"london\",\"period\":\"2025-Q1\",\"reason\":\"LATE_DATA\"}";

  private final OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");
  private final OutcomesApi london = OutcomesApi.as("demo-commissioner-london");
  private Population people;

  @BeforeEach
  void release() throws SQLException {
    people = Population.none();
    people.men(ISLINGTON, MAY, 30, 26, 20);
    people.referred(ISLINGTON, MAY, "GP", 30);
    analyst.post("/v1/releases", ORDER).then().statusCode(201);
  }

  @Test
  void its_bytes_stay_what_they_are_whatever_is_learnt_later() throws SQLException {
    String id = frozen(ORDER);
    byte[] document = london.get("/v1/returns/" + id + "/document").asByteArray();
    byte[] report = london.get("/v1/returns/" + id + "/report.pdf").asByteArray();

    people.men(ISLINGTON, MAY, 30, 30, 30);
    analyst.post("/v1/releases", ORDER).then().statusCode(201);
    String corrected = frozen(CORRECTION);

    assertThat(london.get("/v1/returns/" + id + "/document").asByteArray()).isEqualTo(document);
    assertThat(london.get("/v1/returns/" + id + "/report.pdf").asByteArray()).isEqualTo(report);
    JsonPath second = new JsonPath(london.get("/v1/returns/" + corrected + "/document").asString());
    assertThat(second.getInt("version")).isEqualTo(2);
    assertThat(second.getString("reason")).isEqualTo("LATE_DATA");
    assertThat(london.get("/v1/returns?product=london").jsonPath().getList("items.id"))
        .containsExactly(corrected, id);
  }

  @Test
  void its_checksum_and_signature_are_those_of_its_bytes()
      throws GeneralSecurityException, SQLException {
    String id = frozen(ORDER);
    Response answer = london.get("/v1/returns/" + id + "/document");
    byte[] document = answer.asByteArray();
    JsonPath about = london.get("/v1/returns/" + id).jsonPath();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);

    assertThat(about.getString("sha256")).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(answer.header("Repr-Digest"))
        .isEqualTo("sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(digest)));
    assertThat(verifies(about.getString("signature"), document)).isTrue();
    document[document.length / 2] ^= 1;
    assertThat(verifies(about.getString("signature"), document)).isFalse();
    assertThat(london.get("/v1/returns/" + id + "/document", answer.header("ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void its_report_carries_the_same_figures() throws IOException {
    String id = frozen(ORDER);
    byte[] report = london.get("/v1/returns/" + id + "/report.pdf").asByteArray();

    try (PDDocument pdf = Loader.loadPDF(report)) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("London as a whole: April 2025 to June 2025")
          .contains("All 25 30 83.3")
          .contains("Men who started, of those worked with (M-08)");
    }
  }

  @Test
  void a_return_is_corrected_by_a_new_release_with_a_reason_and_no_other_way() throws SQLException {
    refused(CORRECTION, 400, "/problems/request/invalid");
    var _ = frozen(ORDER);

    refused(ORDER, 409, "/problems/return/unchanged");
    refused(CORRECTION, 409, "/problems/return/unchanged");
    people.men(ISLINGTON, MAY, 30, 30, 30);
    analyst.post("/v1/releases", ORDER).then().statusCode(201);
    refused(ORDER, 400, "/problems/request/invalid");
    assertThatThrownBy(() -> Psql.rows("*", "update frozen_return set version = 7 returning 1"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void what_was_not_released_is_not_frozen() {
    refused(
        "{\"product\":\"shared\",\"period\":\"2025-Q1\"}", 409, "/problems/return/not-released");
    refused("{\"product\":\"nothing\",\"period\":\"2025-Q1\"}", 400, "/problems/request/invalid");
    refused("{\"product\":\"london\",\"period\":\"May\"}", 400, "/problems/request/invalid");
  }

  @Test
  void a_return_of_somebody_elses_is_not_there() {
    String id = frozen(ORDER);

    for (String caller : new String[] {"demo-commissioner-borough", "demo-commissioner-national"}) {
      OutcomesApi other = OutcomesApi.as(caller);
      for (String form : new String[] {"", "/document", "/report.pdf"}) {
        Response theirs = other.get("/v1/returns/" + id + form);
        Response nobodys = other.get("/v1/returns/0197f3a0-1c00-7000-8000-000000000004" + form);
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(withoutTrace(theirs)).isEqualTo(withoutTrace(nobodys));
      }
      other.get("/v1/returns?product=london").then().statusCode(404);
      other.post("/v1/returns", ORDER).then().statusCode(403);
    }
    london.get("/v1/returns/nonsense").then().statusCode(404);
    london.get("/v1/returns").then().statusCode(400);
  }

  private static String withoutTrace(Response answer) {
    // The address is the caller's own, and the correlation id that of the request.
    return answer.asString().replaceAll("\"(instance|correlationId)\":\"[^\"]*\"", "");
  }

  private String frozen(String order) {
    return analyst
        .post("/v1/returns", order)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private void refused(String order, int status, String type) {
    JsonPath refusal =
        analyst.post("/v1/returns", order).then().statusCode(status).extract().jsonPath();
    assertThat(refusal.getString("type")).isEqualTo(type);
  }

  /** As a reader would, from the public key and the standards alone. */
  private boolean verifies(String jws, byte[] document) throws GeneralSecurityException {
    String[] parts = jws.split("\\.", -1);
    JsonPath header = new JsonPath(new String(decoded(parts[0]), StandardCharsets.UTF_8));
    JsonPath keys = london.get("/v1/returns/keys").jsonPath();
    String x = keys.getString("keys.find { it.kid == '%s' }.x".formatted(header.getString("kid")));
    byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] encoded = new byte[prefix.length + 32];
    System.arraycopy(prefix, 0, encoded, 0, prefix.length);
    System.arraycopy(decoded(x), 0, encoded, prefix.length, 32);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    signature.update((parts[0] + ".").getBytes(StandardCharsets.US_ASCII));
    signature.update(document);
    return signature.verify(decoded(parts[2]));
  }

  private static byte[] decoded(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
