package org.crossborough.outcomes.ndtms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossborough.outcomes.form.Item;
import org.crossborough.outcomes.form.RowShape;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the national file that a TOP needs, in their order: agency, client, consent, then
 * those of the record. {@code NA} is an answer that was not given. Of a man who has not consented,
 * only agency, client and the flag may travel, in either direction.
 */
@ApplicationScoped
public class NdtmsColumns implements RowShape {

  static final String NOT_ANSWERED = "NA";
  static final String AGENCY = "AGNCY";
  static final String CLIENT = "CLIENTID";
  static final String CONSENT = "CONSENT";
  static final String DATE = "TOPDATE";
  static final String ID = "TOPID";
  static final String STAGE = "TRSTAGE";

  private static final String BORN = "DOB";
  private static final String COORDINATOR = "TOPCC";
  private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  /** The items in the order of the file; ratings by the field of the form. */
  private static final Map<String, String> ITEMS = new LinkedHashMap<>();

  static {
    ITEMS.put("ALCUSE", Item.ALCOHOL.path());
    ITEMS.put("OPIUSE", Item.OPIATES.path());
    ITEMS.put("CRAUSE", Item.CRACK.path());
    ITEMS.put("COCAUSE", Item.COCAINE.path());
    ITEMS.put("AMPHUSE", Item.AMPHETAMINES.path());
    ITEMS.put("CANNUSE", Item.CANNABIS.path());
    ITEMS.put("OTDRGUSE", Item.OTHER.path());
    ITEMS.put("IVDRGUSE", Item.INJECTED.path());
    ITEMS.put("SHARING", Item.SHARING.path());
    ITEMS.put("SHOTHEFT", Item.SHOPLIFTING.path());
    ITEMS.put("DRGSELL", Item.DRUG_SELLING.path());
    ITEMS.put("OTHTHEFT", Item.OTHER_THEFT.path());
    ITEMS.put("ASSAULT", Item.ASSAULT.path());
    ITEMS.put("PSYHSTAT", "psychologicalHealth");
    ITEMS.put("PWORK", Item.PAID_WORK.path());
    ITEMS.put("EDUCAT", Item.EDUCATION.path());
    ITEMS.put("ACUTHPBM", Item.ACUTE_HOUSING_PROBLEM.path());
    ITEMS.put("HRISK", Item.EVICTION_RISK.path());
    ITEMS.put("PHSTAT", "physicalHealth");
    ITEMS.put("QUALLIFE", "qualityOfLife");
  }

  private final NdtmsConfig config;
  private final Map<String, String> items = new LinkedHashMap<>(ITEMS);
  private final Set<String> columns = new HashSet<>();

  NdtmsColumns(NdtmsConfig config) {
    this.config = config;
    for (Item item : Item.values()) {
      String header = config.extraHeaders().get(item.path());
      if (header != null) {
        items.put(header, item.path());
      }
    }
    columns.addAll(header());
    columns.add(BORN);
    columns.add(COORDINATOR);
  }

  /** The columns of a file that is given out, in their order. */
  List<String> header() {
    List<String> header = new ArrayList<>(List.of(AGENCY, CLIENT, CONSENT, DATE, ID, STAGE));
    header.addAll(items.keySet());
    return header;
  }

  /** The item of each column after the stage: its path, or the field of a rating. */
  Map<String, String> items() {
    return items;
  }

  @Override
  public boolean takes(String column) {
    return columns.contains(column);
  }

  /** The file has many columns about an episode; they are nothing to us, and not read. */
  @Override
  public boolean refusesOthers() {
    return false;
  }

  @Override
  public List<String> required() {
    return List.of(CLIENT, CONSENT, DATE, STAGE);
  }

  @Override
  public Reading read(Map<String, String> cells) {
    if (!"Y".equals(cells.get(CONSENT))) {
      return new Reading(null, true);
    }
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("nationalConsent", true);
    form.put("formVersion", config.formVersion().name());
    form.putObject("substances");
    text(form, "clientReference", cells.get(CLIENT));
    text(form, "organisation", cells.get(AGENCY));
    text(form, "recordReference", cells.get(ID));
    text(form, "interviewDate", date(cells.get(DATE)));
    text(form, "dateOfBirth", date(cells.get(BORN)));
    text(form, "stage", stage(cells.get(STAGE)));
    if ("Y".equals(cells.get(COORDINATOR))) {
      form.put("careCoordinator", true);
    }
    items.forEach((header, path) -> put(form, path, cells.get(header)));
    return new Reading(form, false);
  }

  private static void text(ObjectNode form, String field, @Nullable String cell) {
    if (cell != null && !cell.isBlank() && !cell.equals(NOT_ANSWERED)) {
      form.put(field, cell);
    }
  }

  /** Files are seen with dates of either kind; what is neither goes on, and is refused. */
  private static @Nullable String date(@Nullable String cell) {
    if (cell == null || !cell.contains("/")) {
      return cell;
    }
    try {
      return LocalDate.parse(cell, BRITISH).toString();
    } catch (DateTimeParseException neither) {
      return cell;
    }
  }

  private static @Nullable String stage(@Nullable String letter) {
    if (letter == null) {
      return null;
    }
    return switch (letter) {
      case "S" -> "START";
      case "R" -> "REVIEW";
      case "E" -> "EXIT";
      case "P" -> "POST_TREATMENT_EXIT";
      default -> letter;
    };
  }

  private static void put(ObjectNode form, String path, @Nullable String cell) {
    if (cell == null || cell.isBlank() || cell.equals(NOT_ANSWERED)) {
      return;
    }
    int dot = path.indexOf('.');
    if (dot < 0) {
      form.set(path, number(cell));
      return;
    }
    ObjectNode section = form.withObjectProperty(path.substring(0, dot));
    String field = path.substring(dot + 1);
    switch (item(path).kind()) {
      case YES_NO -> section.set(field, truth(cell));
      case DAYS -> {
        section.putObject(field).set("total", number(cell));
        if (path.equals(Item.OTHER.path()) && !cell.equals("0")) {
          // The national file has no column for which substance it was.
          section.withObjectProperty(field).put("name", "not stated");
        }
      }
    }
  }

  private static Item item(String path) {
    for (Item item : Item.values()) {
      if (item.path().equals(path)) {
        return item;
      }
    }
    throw new IllegalStateException("No item " + path);
  }

  private static JsonNode truth(String cell) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (cell) {
      case "Y" -> json.booleanNode(true);
      case "N" -> json.booleanNode(false);
      default -> json.textNode(cell);
    };
  }

  private static JsonNode number(String cell) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return cell.matches("-?[0-9]{1,4}(\\.[0-9]{1,4})?")
        ? json.numberNode(new BigDecimal(cell))
        : json.textNode(cell);
  }
}
