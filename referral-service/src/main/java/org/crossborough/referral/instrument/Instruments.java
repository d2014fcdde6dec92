package org.crossborough.referral.instrument;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.referral.instrument.InstrumentFiles.Definition;
import org.hibernate.Session;

/**
 * The instruments that are shipped, and which definition of each version was used first. A version
 * that somebody was screened with never changes: a service with another definition of it, or
 * without any, does not start.
 */
@ApplicationScoped
public class Instruments {

  private record Version(String code, int number) {}

  private final Session database;
  private final Map<Version, Definition> definitions = new LinkedHashMap<>();

  /**
   * Reads the definitions.
   *
   * @throws IllegalStateException when one of them cannot be used
   */
  Instruments(Session database) {
    this.database = database;
    InstrumentFiles.shipped().stream()
        .sorted(
            Comparator.comparing((Definition one) -> one.instrument().code())
                .thenComparingInt(one -> one.instrument().version()))
        .forEach(this::add);
  }

  private void add(Definition definition) {
    Instrument instrument = definition.instrument();
    Version version = new Version(instrument.code(), instrument.version());
    if (definitions.put(version, definition) != null) {
      throw new IllegalStateException("Two files define screening instrument " + version);
    }
  }

  @Transactional
  void start(@Observes StartupEvent event) {
    definitions.values().forEach(this::register);
    requireDefinitionsOfUsed();
  }

  /**
   * Makes a version known to the database.
   *
   * @throws IllegalStateException when another definition of it was used before
   */
  void register(Definition definition) {
    Instrument instrument = definition.instrument();
    database
        .createNativeMutationQuery(
            """
            insert into screening_instrument (code, version, title)
            values (:code, :version, :title) on conflict (code, version) do nothing
            """)
        .setParameter("code", instrument.code())
        .setParameter("version", instrument.version())
        .setParameter("title", instrument.title())
        .executeUpdate();
    if (!used(instrument).map(definition.checksum()::equals).orElse(true)) {
      throw new IllegalStateException(
          "Screening instrument %s version %d was used with another definition; give the change a new version"
              .formatted(instrument.code(), instrument.version()));
    }
  }

  @Transactional
  void requireDefinitionsOfUsed() {
    String sql = "select code, version from screening_instrument where checksum is not null";
    for (Object[] row : database.createNativeQuery(sql, Object[].class).getResultList()) {
      Version version = new Version((String) row[0], ((Number) row[1]).intValue());
      if (!definitions.containsKey(version)) {
        throw new IllegalStateException(
            "The definition of screening instrument %s version %d is missing, and it was used"
                .formatted(version.code(), version.number()));
      }
    }
  }

  /** All of them, by code and version. */
  List<Instrument> all() {
    return definitions.values().stream().map(Definition::instrument).toList();
  }

  /** The instrument of a code and version. */
  public Optional<Instrument> find(String code, int version) {
    return definition(code, version).map(Definition::instrument);
  }

  Optional<Definition> definition(String code, int version) {
    return Optional.ofNullable(definitions.get(new Version(code, version)));
  }

  /**
   * Records that a screening was made with an instrument; its definition stays from then on.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when another process of this service
   *     has used another definition in the meantime
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void use(Instrument instrument, Instant at) {
    Definition definition =
        definition(instrument.code(), instrument.version())
            .orElseThrow(() -> new IllegalArgumentException(instrument.code()));
    if (used(instrument).isEmpty()) {
      fix(definition, at);
    }
    if (!used(instrument).map(definition.checksum()::equals).orElse(false)) {
      throw InstrumentProblem.DEFINITION_DIFFERS.because(
          "The service is being changed; read the instrument again and repeat.");
    }
  }

  /** Of two who are first at the same moment, one waits here for the other's commit. */
  private void fix(Definition definition, Instant at) {
    database
        .createNativeMutationQuery(
            """
            update screening_instrument set checksum = :checksum, first_used_at = :at
            where code = :code and version = :version and checksum is null
            """)
        .setParameter("checksum", definition.checksum())
        .setParameter("at", at)
        .setParameter("code", definition.instrument().code())
        .setParameter("version", definition.instrument().version())
        .executeUpdate();
  }

  private Optional<String> used(Instrument instrument) {
    return OneColumn.query(
            database,
            """
            select checksum from screening_instrument
            where code = :code and version = :version and checksum is not null
            """,
            String.class)
        .setParameter("code", instrument.code())
        .setParameter("version", instrument.version())
        .uniqueResultOptional();
  }
}
