package org.crossborough.outcomes.ndtms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.outcomes.form.Item;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Records as rows of the national file, a page at a time, in the order in which they came. */
@ApplicationScoped
class NdtmsRows {

  // The latest word on consent counts for all of a man's records, also for those before it.
  private static final String PAGE =
      """
      select r.id, r.organisation, coalesce(r.client_reference, cast(r.referral_id as text)),
        coalesce((select c.national_consent from top_record c
          where c.referral_id = r.referral_id and c.national_consent is not null
          order by c.id desc limit 1), false),
        cast(r.interviewed_on as text), coalesce(r.record_reference, cast(r.id as text)),
        substring(r.stage from 1 for 1),
        r.psychological_health, r.physical_health, r.quality_of_life,
        (select cast(jsonb_object_agg(a.item, a.total) as text) from top_answer a
         where a.top_record_id = r.id),
        (select cast(jsonb_object_agg(y.item, y.answer) as text) from top_yes_no y
         where y.top_record_id = r.id)
      from top_record r
      where r.id > :after and r.interviewed_on between :from and :to
        and not exists (select from top_supersession s where s.top_record_id = r.id)
      order by r.id limit :most
      """;

  private final Session session;
  private final NdtmsColumns columns;
  private final ObjectMapper json;

  NdtmsRows(Session session, NdtmsColumns columns, ObjectMapper json) {
    this.session = session;
    this.columns = columns;
    this.json = json;
  }

  /** One record as a row of the file. */
  record Row(UUID id, List<String> cells) {}

  /** The records after one, interviewed in a period; a borough's own. */
  List<Row> after(UUID id, LocalDate from, LocalDate to, int most) {
    return session
        .createNativeQuery(PAGE, Object[].class)
        .setParameter("after", id)
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(this::row)
        .toList();
  }

  private Row row(@Nullable Object[] found) {
    List<String> cells = new ArrayList<>();
    boolean consent = Boolean.TRUE.equals(found[3]);
    cells.add(harmless(found[1]));
    cells.add(harmless(found[2]));
    cells.add(consent ? "Y" : "N");
    if (consent) {
      cells.add(harmless(found[4]));
      cells.add(harmless(found[5]));
      cells.add(harmless(found[6]));
      JsonNode days = read(found[10]);
      JsonNode truths = read(found[11]);
      columns.items().values().forEach(path -> cells.add(cell(path, found, days, truths)));
    } else {
      // Nothing else of him leaves, not even that there is an answer.
      while (cells.size() < columns.header().size()) {
        cells.add("");
      }
    }
    return new Row((UUID) Objects.requireNonNull(found[0]), cells);
  }

  private static String cell(
      String path, @Nullable Object[] found, JsonNode days, JsonNode truths) {
    return switch (path) {
      case "psychologicalHealth" -> number(found[7]);
      case "physicalHealth" -> number(found[8]);
      case "qualityOfLife" -> number(found[9]);
      default -> item(path, days, truths);
    };
  }

  private static String item(String path, JsonNode days, JsonNode truths) {
    for (Item item : Item.values()) {
      if (item.path().equals(path)) {
        JsonNode answer = (item.kind() == Item.Kind.DAYS ? days : truths).path(item.name());
        if (answer.isInt()) {
          return answer.asText();
        }
        return answer.isBoolean() ? (answer.booleanValue() ? "Y" : "N") : NdtmsColumns.NOT_ANSWERED;
      }
    }
    return NdtmsColumns.NOT_ANSWERED;
  }

  private static String number(@Nullable Object number) {
    return number == null ? NdtmsColumns.NOT_ANSWERED : number.toString();
  }

  /** A leading apostrophe is what spreadsheets take for "this is text". */
  private static String harmless(@Nullable Object cell) {
    String text = String.valueOf(cell);
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private JsonNode read(@Nullable Object object) {
    try {
      return json.readTree(object == null ? "{}" : object.toString());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Answers could not be read", impossible);
    }
  }
}
