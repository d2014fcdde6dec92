package org.crossborough.outcomes.topimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossborough.outcomes.form.RowShape;
import org.crossborough.outcomes.form.TopForm;

/**
 * The columns of a CSV file: one for each field of the form, read from the form itself, with a dot
 * for a field of a part ({@code substances.alcohol.total}). An empty cell, and {@code NA}, is an
 * answer that was not given; weeks are separated by {@code |}.
 */
final class FormColumns implements RowShape {

  private static final String NOT_ANSWERED = "NA";
  private static final String NUMBER = "-?[0-9]{1,9}(\\.[0-9]{1,4})?";
  private static final List<String> REQUIRED = List.of("stage", "interviewDate", "formVersion");

  private final Map<String, Class<?>> columns = new LinkedHashMap<>();

  FormColumns() {
    add(TopForm.class, "");
  }

  private void add(Class<?> part, String prefix) {
    for (RecordComponent field : part.getRecordComponents()) {
      String name = prefix + field.getName();
      if (field.getType().isRecord()) {
        add(field.getType(), name + ".");
      } else {
        columns.put(name, field.getType());
      }
    }
  }

  @Override
  public boolean takes(String column) {
    return columns.containsKey(column);
  }

  @Override
  public boolean refusesOthers() {
    return true;
  }

  @Override
  public List<String> required() {
    return REQUIRED;
  }

  @Override
  public Reading read(Map<String, String> cells) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.putObject("substances");
    cells.forEach((column, cell) -> {
      Class<?> type = columns.get(column);
      if (type != null && !cell.isBlank() && !cell.equals(NOT_ANSWERED)) {
        put(form, column, value(type, cell));
      }
    });
    return new Reading(form, false);
  }

  private static void put(ObjectNode form, String column, JsonNode value) {
    ObjectNode part = form;
    String field = column;
    for (int dot = field.indexOf('.'); dot >= 0; dot = field.indexOf('.')) {
      part = part.withObjectProperty(field.substring(0, dot));
      field = field.substring(dot + 1);
    }
    part.set(field, value);
  }

  /** What is neither true, false nor a number goes on as text, and is refused like any other. */
  private static JsonNode value(Class<?> type, String cell) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (type == Boolean.class) {
      return switch (cell) {
        case "true", "Y" -> json.booleanNode(true);
        case "false", "N" -> json.booleanNode(false);
        default -> json.textNode(cell);
      };
    }
    if (type == BigDecimal.class) {
      return number(cell);
    }
    if (Collection.class.isAssignableFrom(type)) {
      ArrayNode weeks = json.arrayNode();
      Stream.of(cell.split("[|]", -1))
          .map(String::strip)
          .forEach(week ->
              weeks.add(
                  week.isEmpty() || week.equals(NOT_ANSWERED) ? json.nullNode() : number(week)));
      return weeks;
    }
    return json.textNode(cell);
  }

  private static JsonNode number(String cell) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return cell.matches(NUMBER) ? json.numberNode(new BigDecimal(cell)) : json.textNode(cell);
  }
}
