package org.crossborough.referral.bulkimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.referral.bulkimport.RowRefusals.Refusal;
import org.crossborough.referral.bulkimport.RowView.Outcome;
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
  void add(ReferralImport bulk, List<ImportFile.Row> rows) {
    String sql =
        """
        insert into referral_import_row (import_id, number, borough_code, content, outcome, problem,
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
        statement.setString(5, (refusal == null ? Outcome.PENDING : Outcome.REFUSED).name());
        statement.setString(6, refusal == null ? null : refusal.problem());
        statement.setString(7, refusal == null ? null : written(refusal.violations()));
        statement.addBatch();
      }
      var _ = statement.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("The rows could not be stored", failure);
    }
  }

  /** A row to be dealt with. */
  record Pending(int number, byte[] content) {}

  /** The next rows that nobody else has in hand, in the order of the file. */
  List<Pending> next(UUID importId, int atMost) {
    String sql =
        """
        select number, content from referral_import_row
        where import_id = :import and outcome = 'PENDING'
        order by number limit :most for update skip locked
        """;
    return database
        .createNativeQuery(sql, Object[].class)
        .setParameter("import", importId)
        .setParameter("most", atMost)
        .getResultStream()
        .map(row -> new Pending((Integer) row[0], (byte[]) row[1]))
        .toList();
  }

  /** The row led to a referral; what it said is forgotten. */
  void referred(UUID importId, int number, Outcome outcome, String reference, UUID referralId) {
    settle(importId, number, new Settled(outcome, storable(reference), referralId, null, null));
  }

  /** The row is refused; what it said is forgotten, but for its reference. */
  void refused(UUID importId, Pending row, Refusal refusal) {
    Settled settled =
        new Settled(
            Outcome.REFUSED,
            reference(row.content()),
            null,
            refusal.problem(),
            written(refusal.violations()));
    settle(importId, row.number(), settled);
  }

  private record Settled(
      Outcome outcome,
      @Nullable String reference,
      @Nullable UUID referralId,
      @Nullable String problem,
      @Nullable String violations) {}

  private void settle(UUID importId, int number, Settled settled) {
    String sql =
        """
        update referral_import_row set content = null, outcome = :outcome,
          external_reference = cast(:reference as text), referral_id = cast(:referral as uuid),
          problem = cast(:problem as text), violations = cast(:violations as text)
        where import_id = :import and number = :number and outcome = 'PENDING'
        """;
    var _ =
        database
            .createNativeMutationQuery(sql)
            .setParameter("outcome", settled.outcome.name())
            .setParameter("reference", settled.reference, String.class)
            .setParameter("referral", settled.referralId, UUID.class)
            .setParameter("problem", settled.problem, String.class)
            .setParameter("violations", settled.violations, String.class)
            .setParameter("import", importId)
            .setParameter("number", number)
            .executeUpdate();
  }

  /** The reference of a row that was refused, if it has one that can be shown. */
  private @Nullable String reference(byte[] content) {
    try {
      return storable(json.readTree(content).path("externalReference").textValue());
    } catch (IOException illegible) {
      return null;
    }
  }

  /** A reference that is none is not worth keeping. */
  private static @Nullable String storable(@Nullable String reference) {
    boolean sound =
        reference != null
            && reference.length() <= 64
            && reference.chars().noneMatch(Character::isISOControl);
    return sound ? reference : null;
  }

  /** How many rows of an import had which outcome. */
  ImportView.Counts counts(UUID importId) {
    Map<Outcome, Integer> counted = new EnumMap<>(Outcome.class);
    Arrays.stream(Outcome.values()).forEach(outcome -> counted.put(outcome, 0));
    database
        .createNativeQuery(
            """
            select outcome, cast(count(*) as int) from referral_import_row
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
        counted.getOrDefault(Outcome.REFUSED, 0));
  }

  /** The rows after a number, in the order of the file. */
  List<RowView> after(int number, UUID importId, @Nullable Outcome outcome, int limit) {
    return database
        .createNativeQuery(
            """
            select number, outcome, external_reference, referral_id, problem, violations
            from referral_import_row
            where import_id = :import and number > :after and outcome in (:outcomes)
            order by number limit :most
            """,
            Object[].class)
        .setParameter("import", importId)
        .setParameter("after", number)
        .setParameterList(
            "outcomes",
            outcome == null
                ? Arrays.stream(Outcome.values()).map(Enum::name).toList()
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
