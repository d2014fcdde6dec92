package org.crossborough.programme.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.programme.staff.Act;

/** Every version of every programme; the database takes new versions and no changes. */
@ApplicationScoped
public class ProgrammeTemplates {

  private static final ObjectMapper JSON = new ObjectMapper();

  // A published version never changes, so that what was read once stays true.
  private final Map<Version, ProgrammeTemplate> known = new ConcurrentHashMap<>();
  private final EntityManager database;

  private record Version(String code, int number) {}

  ProgrammeTemplates(EntityManager database) {
    this.database = database;
  }

  /** One version of one programme. */
  public Optional<ProgrammeTemplate> find(String code, int version) {
    Version key = new Version(code, version);
    ProgrammeTemplate before = known.get(key);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<ProgrammeTemplate> found =
        read(
                "select content from programme_template_version where code = ?1 and version = ?2",
                code,
                version)
            .findFirst();
    found.ifPresent(template -> known.put(key, template));
    return found;
  }

  /** The version of a programme that new runs should take. */
  Optional<ProgrammeTemplate> current(String code) {
    return read(
            "select content from programme_template_version where code = ?1"
                + " order by version desc limit 1",
            code)
        .findFirst();
  }

  /** The current version of every programme, by code. */
  List<ProgrammeTemplate> current() {
    return read("select distinct on (code) content from programme_template_version"
            + " order by code, version desc")
        .toList();
  }

  /** Every version of a programme, newest first. */
  List<ProgrammeTemplate> versions(String code, int below, int rows) {
    return read(
            "select content from programme_template_version where code = ?1 and version < ?2"
                + " order by version desc limit ?3",
            code,
            below,
            rows)
        .toList();
  }

  void publish(ProgrammeTemplate template, Act act) {
    int _ =
        database
            .createNativeQuery(
                """
                insert into programme_template_version
                  (code, version, content, published_at, published_by)
                values (?1, ?2, ?3, ?4, ?5)
                """)
            .setParameter(1, template.code())
            .setParameter(2, template.version())
            .setParameter(3, written(template))
            .setParameter(4, act.at())
            .setParameter(5, act.by())
            .executeUpdate();
  }

  private Stream<ProgrammeTemplate> read(String sql, Object... values) {
    var query = OneColumn.query(database, sql, String.class);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    List<?> contents = query.getResultList();
    return contents.stream().map(content -> parsed(String.valueOf(content)));
  }

  private static ProgrammeTemplate parsed(String content) {
    try {
      return JSON.readValue(content, ProgrammeTemplate.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A published template cannot be read", failure);
    }
  }

  private static String written(ProgrammeTemplate template) {
    try {
      return JSON.writeValueAsString(template);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A template cannot be written", failure);
    }
  }
}
