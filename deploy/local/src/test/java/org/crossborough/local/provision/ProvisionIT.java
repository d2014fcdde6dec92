package org.crossborough.local.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every step may be repeated, brings back what is missing, and knows no more than its own server.
 */
class ProvisionIT {

  private static final List<String> ROLES =
      List.of(
          "referral",
          "referral_owner",
          "programme",
          "programme_owner",
          "outcomes",
          "outcomes_owner",
          "gateway",
          "keycloak");

  private static Ports ports;
  private static Passwords passwords;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    StateFolder state = StateFolder.at(TestInfrastructure.shared().folder());
    ports = Ports.remembered(state);
    passwords = Passwords.remembered(state);
  }

  @Test
  void databases_and_grants_are_the_same_after_a_second_time() throws Exception {
    Provision.run("main-databases", settings(databases()));
    List<String> before = rights();

    Provision.run("main-databases", settings(databases()));

    assertThat(rights()).isEqualTo(before).hasSizeGreaterThan(ROLES.size());
  }

  @Test
  void a_grant_that_was_lost_and_one_that_was_added_are_put_right() throws Exception {
    Provision.run("main-databases", settings(databases()));
    List<String> before = rights();
    sql("revoke connect on database outcomes from outcomes");
    sql("grant connect on database outcomes to public");
    assertThat(rights()).isNotEqualTo(before);

    Provision.run("main-databases", settings(databases()));

    assertThat(rights()).isEqualTo(before);
  }

  @Test
  void a_password_that_could_end_a_statement_is_refused() {
    Map<String, String> databases = databases();
    databases.put("role.referral", "0123456789abcdef'; drop role referral; --");

    assertThatThrownBy(() -> Provision.run("main-databases", settings(databases)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("referral")
        .hasMessageNotContaining("drop role");
  }

  @Test
  void a_role_without_a_password_stops_the_step() {
    Map<String, String> databases = databases();
    databases.remove("role.outcomes");

    assertThatThrownBy(() -> Provision.run("main-databases", settings(databases)))
        .hasMessage("No password for role outcomes");
  }

  @Test
  void permissions_are_exactly_the_table_s_again() throws Exception {
    Provision.run("topics", settings(topics()));
    Collection<AclBinding> before = permissions();
    AclBinding lost = before.iterator().next();
    AclBinding foreign =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, "safety.events", PatternType.LITERAL),
            new AccessControlEntry(
                "User:gateway", "*", AclOperation.READ, AclPermissionType.ALLOW));
    try (Admin admin = admin()) {
      var _ = admin.deleteAcls(List.of(lost.toFilter())).all().get();
      var _ = admin.createAcls(List.of(foreign)).all().get();
    }

    Provision.run("topics", settings(topics()));

    assertThat(permissions()).containsExactlyInAnyOrderElementsOf(before).contains(lost);
  }

  @Test
  void a_realm_that_is_there_is_left_alone() throws Exception {
    Map<String, String> realm =
        Map.of(
            "keycloak.url",
            "http://localhost:" + ports.of(Port.KEYCLOAK),
            "keycloak.username",
            "admin",
            "keycloak.password",
            passwords.ofKeycloakAdmin(),
            "realm.folder",
            Installation.find().realmFolder().toString());

    Provision.run("realm", settings(realm));

    // The people of the demo, whom this step would not have brought, can still sign in.
    assertThat(TestInfrastructure.shared().tokenOf("referral-coordinator")).isNotEmpty();
  }

  private static Map<String, String> databases() {
    Map<String, String> settings =
        ROLES.stream().collect(Collectors.toMap("role."::concat, passwords::ofDatabaseRole));
    settings.put(
        "postgres.url", "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES_MAIN) + "/");
    settings.put("postgres.username", "postgres");
    settings.put("postgres.password", passwords.ofSuperuser("postgres-main"));
    return settings;
  }

  private static Map<String, String> topics() {
    return Map.of(
        "kafka.bootstrap.servers",
        "127.0.0.1:" + ports.of(Port.KAFKA),
        "kafka.security.protocol",
        "SASL_PLAINTEXT",
        "kafka.sasl.mechanism",
        "SCRAM-SHA-512",
        "kafka.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"admin\" password=\"%s\";"
            .formatted(passwords.ofKafka("admin")),
        "topics.replicas",
        "1",
        "principal.referral",
        passwords.ofKafka("referral"));
  }

  private Settings settings(Map<String, String> values) throws IOException {
    Path file = folder.resolve("settings.properties");
    Properties properties = new Properties();
    properties.putAll(values);
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    return Settings.in(file);
  }

  private static Collection<AclBinding> permissions() throws Exception {
    try (Admin admin = admin()) {
      return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }
  }

  private static Admin admin() {
    Map<String, Object> client =
        topics().entrySet().stream()
            .filter(setting -> setting.getKey().startsWith("kafka."))
            .collect(
                Collectors.toMap(
                    setting -> setting.getKey().substring("kafka.".length()), Map.Entry::getValue));
    return Admin.create(client);
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Who may do what with which database, and what each role is. */
  private static List<String> rights() throws SQLException {
    List<String> rights = new ArrayList<>();
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery(
                """
                select datname || ' ' || acl::text from pg_database, unnest(datacl) as acl
                union all
                select rolname || ' ' || rolsuper || rolbypassrls || rolcreatedb from pg_roles
                order by 1
                """)) {
      while (rows.next()) {
        rights.add(rows.getString(1));
      }
    }
    return rights;
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES_MAIN) + "/postgres",
        "postgres",
        passwords.ofSuperuser("postgres-main"));
  }
}
