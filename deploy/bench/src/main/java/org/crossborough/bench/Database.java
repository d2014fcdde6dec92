package org.crossborough.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** A database behind the services, as its superuser: benchmarks fill it past the API. */
record Database(String url, String password) {

  private static final String SUPERUSER = "postgres";

  /** Another database of the same cluster. */
  Database named(String name) {
    return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, password);
  }

  String name() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  String port() {
    return url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/'));
  }

  void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url, SUPERUSER, password);
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** The first column of the first row. */
  String ask(String sql) {
    try (Connection connection = DriverManager.getConnection(url, SUPERUSER, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new IllegalStateException("Nothing answers to " + sql);
      }
      return row.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /**
   * A question that is asked again and again, on one connection.
   *
   * @param question of one parameter, a text, answered by yes or no
   */
  Watch watch(String question) {
    try {
      Connection connection = DriverManager.getConnection(url, SUPERUSER, password);
      return new Watch(connection, connection.prepareStatement(question));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** For one thread. */
  record Watch(Connection connection, PreparedStatement question) implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Returns when the answer is yes. */
    void await(String parameter) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      try {
        question.setString(1, parameter);
        while (!isYes()) {
          if (System.nanoTime() > end) {
            throw new IllegalStateException("Not there within a minute: " + parameter);
          }
          LockSupport.parkNanos(BETWEEN.toNanos());
        }
      } catch (SQLException failure) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
    }

    private boolean isYes() throws SQLException {
      try (ResultSet row = question.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
    }
  }

  /** A script beside these classes. */
  static String script(String name) {
    try (InputStream file = Database.class.getResourceAsStream(name)) {
      byte[] text = Objects.requireNonNull(file, name).readAllBytes();
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
