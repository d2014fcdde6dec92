package org.crossborough.referral.bulkimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of a CSV file: one for each field of the form, read from the form itself, so that a
 * new field is a new column. A field within a part of the form is named with a dot ({@code
 * client.givenName}). An empty cell is an absent field; a list of codes is separated by {@code |}.
 * Lists of parts have no column: they need NDJSON.
 */
final class FormColumns {

  private final Map<String, Column> columns = new LinkedHashMap<>();

  private FormColumns(Class<?> form) {
    add(form, "", true);
  }

  static FormColumns of(Class<?> form) {
    return new FormColumns(form);
  }

  /** What a cell becomes. */
  enum Kind {
    TEXT,
    TRUTH,
    NUMBER,
    CODES
  }

  /** A column, and whether the form is refused without it. */
  record Column(String name, Kind kind, boolean required) {

    void put(ObjectNode form, String cell) {
      ObjectNode part = form;
      String field = name;
      for (int dot = field.indexOf('.'); dot >= 0; dot = field.indexOf('.')) {
        part = part.withObjectProperty(field.substring(0, dot));
        field = field.substring(dot + 1);
      }
      part.set(field, value(cell));
    }

    /** What is neither true, false nor a number goes on as text, and is refused like any other. */
    private JsonNode value(String cell) {
      JsonNodeFactory json = JsonNodeFactory.instance;
      return switch (kind) {
        case TRUTH ->
            cell.equals("true") || cell.equals("false")
                ? json.booleanNode(Boolean.parseBoolean(cell))
                : json.textNode(cell);
        case NUMBER ->
            cell.matches("-?[0-9]{1,9}")
                ? json.numberNode(Integer.parseInt(cell))
                : json.textNode(cell);
        case CODES -> {
          ArrayNode codes = json.arrayNode();
          Stream.of(cell.split("[|]", -1)).forEach(codes::add);
          yield codes;
        }
        case TEXT -> json.textNode(cell);
      };
    }
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  List<String> required() {
    return columns.values().stream().filter(Column::required).map(Column::name).toList();
  }

  /** The names in the order of the form. */
  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** The form that a row says, with the columns of a file's header. */
  ObjectNode form(List<String> header, List<String> cells) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < header.size(); i++) {
      Column column = columns.get(header.get(i));
      if (column != null && !cells.get(i).isBlank()) {
        column.put(form, cells.get(i));
      }
    }
    return form;
  }

  private void add(Class<?> part, String prefix, boolean needed) {
    for (RecordComponent field : part.getRecordComponents()) {
      String name = prefix + field.getName();
      boolean required = needed && isRequired(field.getAccessor());
      if (field.getType().isRecord()) {
        add(field.getType(), name + ".", required);
      } else if (!isListOfParts(field)) {
        columns.put(name, new Column(name, kind(field.getType()), required));
      }
    }
  }

  private static boolean isRequired(AnnotatedElement field) {
    return field.isAnnotationPresent(NotNull.class) || field.isAnnotationPresent(NotBlank.class);
  }

  private static boolean isListOfParts(RecordComponent field) {
    return field.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> element
        && element.isRecord();
  }

  private static Kind kind(Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return Kind.TRUTH;
    }
    if (Number.class.isAssignableFrom(type) || type == int.class) {
      return Kind.NUMBER;
    }
    return Collection.class.isAssignableFrom(type) ? Kind.CODES : Kind.TEXT;
  }
}
