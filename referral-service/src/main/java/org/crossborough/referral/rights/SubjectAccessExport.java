package org.crossborough.referral.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/**
 * Everything this service holds about a man that he is to be shown, across all referrals decided to
 * be his. The form is the same for every man: nothing in it depends on anybody else.
 */
@ApplicationScoped
class SubjectAccessExport {

  private final Session database;
  private final ObjectMapper json;
  private final List<HeldTable> tables = HeldTable.all();

  SubjectAccessExport(Session database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Export of(List<UUID> referralIds, Instant at) {
    Map<String, JsonNode> held = new LinkedHashMap<>();
    for (HeldTable table : tables) {
      if (!table.shown().isEmpty()) {
        held.put(table.table(), rows(table, referralIds));
      }
    }
    List<String> forReview = tables.stream().flatMap(t -> t.forReview().stream()).toList();
    return new Export(at, referralIds, held, forReview);
  }

  private JsonNode rows(HeldTable table, List<UUID> referralIds) {
    String rows =
        OneColumn.query(database, table.selection(), String.class)
            .setParameter("referrals", referralIds)
            .getSingleResult();
    try {
      return json.readTree(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What a man is shown of what is held about him.
   *
   * @param held rows by table
   * @param forReview columns that the officer looks at and adds by hand where nothing speaks
   *     against it; the same list for every man, whether or not there is anything in them
   */
  @Schema(name = "SubjectAccessExport")
  record Export(
      Instant generatedAt,
      List<UUID> referrals,
      Map<String, JsonNode> held,
      List<String> forReview) {}
}
