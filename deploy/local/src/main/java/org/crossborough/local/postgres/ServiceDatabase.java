package org.crossborough.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.crossborough.local.state.Port;

/**
 * The databases of the platform. Each has an owner that runs migrations and an application role
 * that may only what a migration grants it; neither can connect anywhere else.
 */
enum ServiceDatabase {
  REFERRAL(Port.POSTGRES_MAIN),
  PROGRAMME(Port.POSTGRES_MAIN),
  OUTCOMES(Port.POSTGRES_MAIN),
  /** The identity provider manages its own tables: its one role owns them. */
  KEYCLOAK(Port.POSTGRES_MAIN),
  /** Counts and sessions that the gateway's processes share; it makes its own tables. */
  GATEWAY(Port.POSTGRES_MAIN),
  SAFETY(Port.POSTGRES_SAFETY),
  SAFETY_KEYS(Port.POSTGRES_SAFETY);

  private static final String ROLE_LIMITS =
      "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

  private final Port cluster;

  ServiceDatabase(Port cluster) {
    this.cluster = cluster;
  }

  static List<ServiceDatabase> in(Port cluster) {
    return Arrays.stream(values()).filter(database -> database.cluster == cluster).toList();
  }

  static ServiceDatabase named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Connects to any database of the cluster, with the right to create others. */
  @FunctionalInterface
  interface Administrator {
    Connection connect(String database) throws SQLException;
  }

  /** Creates what is missing; repeating it changes nothing. */
  void ensure(SqlScript server, Administrator administrator, UnaryOperator<String> passwords)
      throws SQLException {
    ensureRole(server, owner(), passwords);
    ensureRole(server, application(), passwords);
    if (!server.finds("select 1 from pg_database where datname = '" + database() + "'")) {
      server.run("create database " + database() + " owner " + owner());
    }
    server.run("revoke all on database " + database() + " from public");
    server.run("grant connect on database " + database() + " to " + application());
    try (Connection connection = administrator.connect(database())) {
      SqlScript own = new SqlScript(connection);
      own.run("alter schema public owner to " + owner());
      own.run("revoke all on schema public from public");
      own.run("grant usage on schema public to " + application());
    }
  }

  private static void ensureRole(SqlScript server, String role, UnaryOperator<String> passwords)
      throws SQLException {
    boolean present = server.finds("select 1 from pg_roles where rolname = '" + role + "'");
    server.run(
        "%s role %s %s password '%s'"
            .formatted(present ? "alter" : "create", role, ROLE_LIMITS, passwords.apply(role)));
  }

  private String database() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String application() {
    return database();
  }

  private String owner() {
    return this == KEYCLOAK || this == GATEWAY ? database() : database() + "_owner";
  }
}
