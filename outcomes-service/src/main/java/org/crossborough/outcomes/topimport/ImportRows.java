package org.crossborough.outcomes.topimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.topimport.RowRefusals.Refusal;
import org.crossborough.outcomes.topimport.RowView.Outcome;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The rows of imports: what is still to be dealt with, and what became of the others. */
@ApplicationScoped
class ImportRows {

  private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};

  private final AgroalDataSource dataSource;
  private final Session database;
  private final ObjectMapper json;

  ImportRows(AgroalDataSource dataSource, Session database, ObjectMapper json) {
    this.dataSource = dataSource;
    this.database = database;
    this.json = json;
  }

  /** Stores the rows of a new import; those at fault already are refused at once. */
  void add(TopImport bulk, List<ImportFile.Row> rows) {
    String sql =
        """
        insert into top_import_row (import_id, number, borough_code, content, outcome, problem,
                                    violations)
        values (?, ?, ?, ?, ?, ?, ?)
        """;
    // The pool hands every user of the transaction this same connection.
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (ImportFile.Row row : rows) {
        Refusal refusal = row.fault() == null ? null : Refusal.of(row.fault());
        statement.setObject(1, bulk.id());
        statement.setInt(2, row.number());
        statement.setString(3, bulk.boroughCode());
        statement.setBytes(4, row.content());
        statement.setString(5, outcome(row).name());
        statement.setString(6, refusal == null ? null : refusal.problem());
        statement.setString(7, refusal == null ? null : written(refusal.violations()));
        statement.addBatch();
      }
      var _ = statement.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("The rows could not be stored", failure);
    }
  }

  private static Outcome outcome(ImportFile.Row row) {
    if (row.content() != null) {
      return Outcome.PENDING;
    }
    return row.fault() == null ? Outcome.WITHHELD : Outcome.REFUSED;
  }

  /** A row to be dealt with. */
  record Pending(int number, byte[] content) {}

  /** The next row that nobody else has in hand, in the order of the file. */
  Optional<Pending> next(UUID importId) {
    return database
        .createNativeQuery(
            """
            select number, content from top_import_row
            where import_id = :import and outcome = 'PENDING'
            order by number limit 1 for update skip locked
            """,
            Object[].class)
        .setParameter("import", importId)
        .getResultStream()
        .map(row -> new Pending((Integer) row[0], (byte[]) row[1]))
        .findFirst();
  }

  /**
   * What became of a row; what it said is forgotten.
   *
   * @param reference the sender's own number of it, if it could be read
   */
  record Settled(
      Outcome outcome,
      @Nullable String reference,
      @Nullable UUID topRecordId,
      @Nullable Refusal refusal) {}

  void settle(UUID importId, int number, Settled settled) {
    Refusal refusal = settled.refusal();
    database
        .createNativeMutationQuery(
            """
            update top_import_row set content = null, outcome = :outcome,
              record_reference = cast(:reference as text), top_record_id = cast(:record as uuid),
              problem = cast(:problem as text), violations = cast(:violations as text)
            where import_id = :import and number = :number and outcome = 'PENDING'
            """)
        .setParameter("outcome", settled.outcome().name())
        .setParameter("reference", settled.reference(), String.class)
        .setParameter("record", settled.topRecordId(), UUID.class)
        .setParameter("problem", refusal == null ? null : refusal.problem(), String.class)
        .setParameter(
            "violations", refusal == null ? null : written(refusal.violations()), String.class)
        .setParameter("import", importId)
        .setParameter("number", number)
        .executeUpdate();
  }

  /** How many rows of an import had which outcome. */
  ImportView.Counts counts(UUID importId) {
    Map<Outcome, Integer> counted = new EnumMap<>(Outcome.class);
    database
        .createNativeQuery(
            """
            select outcome, cast(count(*) as int) from top_import_row
            where import_id = :import group by outcome
            """,
            Object[].class)
        .setParameter("import", importId)
        .getResultStream()
        .forEach(row -> counted.put(Outcome.valueOf((String) row[0]), (Integer) row[1]));
    return new ImportView.Counts(
        counted.getOrDefault(Outcome.PENDING, 0),
        counted.getOrDefault(Outcome.CREATED, 0),
        counted.getOrDefault(Outcome.EXISTING, 0),
        counted.getOrDefault(Outcome.REFUSED, 0),
        counted.getOrDefault(Outcome.WITHHELD, 0));
  }

  /** The rows after a number, in the order of the file. */
  List<RowView> after(int number, UUID importId, @Nullable Outcome outcome, int limit) {
    return database
        .createNativeQuery(
            """
            select number, outcome, record_reference, top_record_id, problem, violations
            from top_import_row
            where import_id = :import and number > :after and outcome in (:outcomes)
            order by number limit :most
            """,
            Object[].class)
        .setParameter("import", importId)
        .setParameter("after", number)
        .setParameterList(
            "outcomes",
            outcome == null
                ? Stream.of(Outcome.values()).map(Enum::name).toList()
                : List.of(outcome.name()))
        .setParameter("most", limit)
        .getResultStream()
        .map(this::view)
        .toList();
  }

  private RowView view(Object[] row) {
    return new RowView(
        (Integer) row[0],
        Outcome.valueOf((String) row[1]),
        (String) row[2],
        (UUID) row[3],
        (String) row[4],
        row[5] == null ? null : read((String) row[5]));
  }

  private String written(List<Violation> violations) {
    try {
      return json.writeValueAsString(violations);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Violations could not be written", impossible);
    }
  }

  private List<Violation> read(String violations) {
    try {
      return json.readValue(violations, VIOLATIONS);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Violations could not be read", impossible);
    }
  }
}
