package org.crossborough.chassis.sample;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Notes, kept per borough; the query for all of them forgets to say which borough. */
@ApplicationScoped
class Notes {

  private final AgroalDataSource dataSource;

  Notes(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void add(UUID id, String boroughCode, String text) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into note (id, borough_code, text) values (?, ?, ?)")) {
      statement.setObject(1, id);
      statement.setString(2, boroughCode);
      statement.setString(3, text);
      statement.executeUpdate();
    }
  }

  List<String> all() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("select text from note");
        ResultSet row = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
