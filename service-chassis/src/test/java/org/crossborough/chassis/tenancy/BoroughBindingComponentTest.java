package org.crossborough.chassis.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoroughBindingComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String CAMDEN = "E09000007";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void one_note_in_each_of_two_boroughs() {
    assertThat(write("demo-referral-coordinator", ISLINGTON, "islington " + mark).statusCode())
        .isEqualTo(201);
    assertThat(write("demo-referral-coordinator", CAMDEN, "camden " + mark).statusCode())
        .isEqualTo(201);
  }

  @Test
  void a_query_that_forgets_its_filter_returns_one_borough_only() {
    assertThat(read("demo-borough-islington"))
        .contains("islington " + mark)
        .noneMatch(text -> text.startsWith("camden"));
    assertThat(read("demo-borough-camden"))
        .contains("camden " + mark)
        .noneMatch(text -> text.startsWith("islington"));
  }

  @Test
  void staff_of_the_programme_see_every_borough() {
    assertThat(read("demo-referral-coordinator")).contains("islington " + mark, "camden " + mark);
  }

  @Test
  void a_borough_cannot_write_for_another() {
    Response answer = write("demo-borough-islington", CAMDEN, "smuggled " + mark);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(read("demo-referral-coordinator")).doesNotContain("smuggled " + mark);
  }

  @Test
  void a_transaction_that_was_told_nothing_sees_nothing() throws Exception {
    assertThat(Psql.rows("", "select * from note")).isEmpty();
    assertThat(Psql.rows("*", "select * from note")).isNotEmpty();
  }

  /** Within a transaction. */
  @ApplicationScoped
  static class Backend {

    private final AgroalDataSource dataSource;

    Backend(AgroalDataSource dataSource) {
      this.dataSource = dataSource;
    }

    @Transactional
    int pid() {
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
        assertThat(row.next()).isTrue();
        return row.getInt(1);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  @Inject Backend backend;
  @Inject TransactionManager transactions;

  @Test
  void a_thread_whose_transaction_could_not_be_bound_has_others_after_it() throws Exception {
    boolean failed = false;
    // The pool gives a thread the connection it had before, unless somebody was quicker.
    for (int turn = 0; turn < 20 && !failed; turn++) {
      var _ = Psql.rows("*", "select pg_terminate_backend(?, 10000)", backend.pid());
      try {
        int _ = backend.pid();
      } catch (RuntimeException cut) {
        failed = true;
      }
    }

    assertThat(failed).as("a transaction could not be bound").isTrue();
    assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    assertThat(backend.pid()).isPositive();
  }

  private static List<String> read(String caller) {
    return given()
        .auth()
        .oauth2(Tokens.of(caller))
        .get("/notes")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("", String.class);
  }

  private static Response write(String caller, String borough, String text) {
    return given()
        .auth()
        .oauth2(Tokens.of(caller))
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(ContentType.JSON)
        .body("{\"boroughCode\":\"%s\",\"text\":\"%s\"}".formatted(borough, text))
        .post("/notes");
  }
}
