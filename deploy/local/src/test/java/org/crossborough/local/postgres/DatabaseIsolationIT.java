package org.crossborough.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each role reaches its own database, with its own password, and does there what it may. */
class DatabaseIsolationIT {

  private static final String WRONG_PASSWORD = "28P01";
  private static final String NO_PRIVILEGE = "42501";

  private static TestInfrastructure infrastructure;

  @BeforeAll
  static void start() {
    infrastructure = TestInfrastructure.shared();
    infrastructure.freshDatabase("referral");
  }

  @ParameterizedTest
  @ValueSource(strings = {"referral", "programme", "safety", "outcomes"})
  void a_service_reaches_its_own_database(String service) throws SQLException {
    try (Connection connection = application(service)) {
      assertThat(connection.getCatalog()).isEqualTo(service);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "referral, programme",
    "referral, keycloak",
    "referral, gateway",
    "referral, postgres",
    "outcomes, referral",
    "programme, template1"
  })
  void no_service_reaches_another_database_of_its_cluster(String service, String database) {
    Map<String, String> own = infrastructure.environmentOf(service);
    String url = own.getOrDefault("DATABASE_URL", "").replaceFirst("[^/]+$", database);

    refused(() -> connect(url, own, "DATABASE_")).isEqualTo(NO_PRIVILEGE);
    refused(() -> connect(url, own, "DATABASE_OWNER_")).isEqualTo(NO_PRIVILEGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"referral", "programme", "outcomes"})
  void the_survivor_side_s_cluster_knows_no_other_service(String service) {
    String url = infrastructure.environmentOf("safety").getOrDefault("DATABASE_URL", "");
    Map<String, String> own = infrastructure.environmentOf(service);

    refused(() -> connect(url, own, "DATABASE_")).isEqualTo(WRONG_PASSWORD);
  }

  @Test
  void the_key_database_is_closed_to_the_role_of_the_records() {
    Map<String, String> safety = infrastructure.environmentOf("safety");
    String keys = safety.getOrDefault("KEYS_DATABASE_URL", "");

    refused(() -> connect(keys, safety, "DATABASE_")).isEqualTo(NO_PRIVILEGE);
  }

  @Test
  void a_wrong_password_is_refused_also_from_this_machine() {
    String url = infrastructure.environmentOf("referral").getOrDefault("DATABASE_URL", "");

    refused(() -> DriverManager.getConnection(url, "referral", "guess")).isEqualTo(WRONG_PASSWORD);
    refused(() -> DriverManager.getConnection(url, "postgres", "postgres"))
        .isEqualTo(WRONG_PASSWORD);
  }

  @Test
  void the_application_role_creates_nothing_and_reads_only_what_a_migration_grants()
      throws SQLException {
    try (Connection owner = owner("referral");
        Connection application = application("referral")) {
      run(owner, "create table granted (text varchar)");

      refused(() -> run(application, "create table own (text varchar)")).isEqualTo(NO_PRIVILEGE);
      refused(() -> run(application, "select * from granted")).isEqualTo(NO_PRIVILEGE);
      run(owner, "grant select on granted to referral");
      run(application, "select * from granted");
    }
  }

  @Test
  void neither_role_can_step_past_row_level_security() throws SQLException {
    try (Connection owner = owner("referral");
        Statement statement = owner.createStatement();
        ResultSet roles =
            statement.executeQuery(
                "select rolname from pg_roles where (rolsuper or rolbypassrls or rolcreaterole)"
                    + " and rolname <> 'postgres' and rolname not like 'pg\\_%'")) {
      assertThat(roles.next()).isFalse();
    }
  }

  @Test
  void the_owner_may_install_the_extensions_that_migrations_need() throws SQLException {
    try (Connection owner = owner("referral")) {
      run(owner, "create extension pg_trgm");
      run(owner, "create extension btree_gist");
      run(owner, "create extension pgcrypto");
    }
  }

  @Test
  void a_fresh_database_is_empty_and_open_to_the_same_roles() throws SQLException {
    try (Connection owner = owner("referral")) {
      run(owner, "create table note (text varchar)");
    }

    infrastructure.freshDatabase("referral");

    try (Connection owner = owner("referral")) {
      run(owner, "create table note (text varchar)");
    }
  }

  private static Connection application(String service) throws SQLException {
    Map<String, String> own = infrastructure.environmentOf(service);
    return connect(own.getOrDefault("DATABASE_URL", ""), own, "DATABASE_");
  }

  private static Connection owner(String service) throws SQLException {
    Map<String, String> own = infrastructure.environmentOf(service);
    return connect(own.getOrDefault("DATABASE_URL", ""), own, "DATABASE_OWNER_");
  }

  private static Connection connect(String url, Map<String, String> own, String prefix)
      throws SQLException {
    return DriverManager.getConnection(
        url, own.get(prefix + "USERNAME"), own.get(prefix + "PASSWORD"));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    new SqlScript(connection).run(sql);
  }

  private static AbstractStringAssert<?> refused(ThrowingCallable action) {
    AbstractThrowableAssert<?, ? extends Throwable> refusal =
        assertThatThrownBy(action).isInstanceOf(SQLException.class);
    return refusal.extracting(e -> ((SQLException) e).getSQLState()).asString();
  }
}
