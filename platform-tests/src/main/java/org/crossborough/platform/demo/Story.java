package org.crossborough.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.crossborough.platform.driver.PersonAtRisk;
import org.jspecify.annotations.Nullable;

/** What is to be played, read from a plain table; see {@code stories/pilot-a.txt}. */
public final class Story {

  /** Minutes that count as thirty hours. */
  private static final int THIRTY_HOURS = 1800;

  private final String name;
  private final Map<String, PlannedRun> runs = new LinkedHashMap<>();
  private final List<Man> men = new ArrayList<>();
  private @Nullable String publishedPeriod;
  private UnaryOperator<PersonAtRisk> disclosure = UnaryOperator.identity();

  private Story(String name) {
    this.name = name;
  }

  /** Reads the table of that name. */
  public static Story named(String table) {
    return named(table, table);
  }

  /** Reads a table to be played under another name, and so under other keys. */
  public static Story named(String table, String name) {
    Story story = new Story(name);
    read(table).lines().map(String::strip).filter(Story::says).forEach(story::add);
    return story;
  }

  /** The same story, in which men tell {@code disclosure} of what they tell otherwise. */
  public Story disclosing(UnaryOperator<PersonAtRisk> disclosure) {
    this.disclosure = disclosure;
    return this;
  }

  PersonAtRisk personAtRiskFrom(Man man) {
    return disclosure.apply(man.personAtRisk());
  }

  private static boolean says(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static String read(String table) {
    try (InputStream file = Story.class.getResourceAsStream("/stories/" + table + ".txt")) {
      if (file == null) {
        throw new IllegalArgumentException("There is no story " + table);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] words = line.split("\\s+", -1);
    switch (words[0]) {
      case "run" -> runs.put(words[1], run(words));
      case "man" -> men.add(man(words));
      case "publish" -> publishedPeriod = words[1];
      default -> throw new IllegalArgumentException("A story does not say: " + line);
    }
  }

  private static PlannedRun run(String[] words) {
    String[] minutes = words[5].split("/", -1);
    return new PlannedRun(
        words[1],
        words[2],
        LocalDate.parse(words[3]),
        LocalDate.parse(words[4]),
        Integer.parseInt(minutes[0]),
        Integer.parseInt(minutes[1]),
        LocalDate.parse(words[6]),
        List.of(words[7].split(",", -1)).stream().map(LocalDate::parse).toList());
  }

  private Man man(String[] words) {
    return new Man(
        Integer.parseInt(words[1]),
        Borough.named(words[2]),
        Objects.requireNonNull(runs.get(words[3]), "no such run"),
        words[4].chars().mapToObj(Mark::of).toList(),
        words[5].charAt(0),
        Integer.parseInt(words[6]));
  }

  public String name() {
    return name;
  }

  Collection<PlannedRun> runs() {
    return runs.values();
  }

  List<Man> men() {
    return List.copyOf(men);
  }

  List<Man> menOf(PlannedRun run) {
    return men.stream().filter(man -> man.run().equals(run)).toList();
  }

  /** The year for which the support side publishes its figures at the end, if it does. */
  Optional<String> publishedPeriod() {
    return Optional.ofNullable(publishedPeriod);
  }

  /** The same for every playing of this story, so that a repeat is known as one. */
  String key(String step) {
    return name + "/" + step;
  }

  String key(Man man, String step) {
    return key("man-" + man.label() + "/" + step);
  }

  /** How many men there are. */
  public int workedWith() {
    return men.size();
  }

  /** How many of them are to start. */
  public int started() {
    return Math.toIntExact(men.stream().filter(Man::starts).count());
  }

  /** How many of those are to reach thirty hours. */
  public int reached() {
    return Math.toIntExact(men.stream().filter(man -> man.reaches(THIRTY_HOURS)).count());
  }

  /** How many starters are to have two outcome profiles. */
  public int paired() {
    return Math.toIntExact(
        men.stream().filter(Man::starts).filter(man -> Character.isUpperCase(man.top())).count());
  }

  static boolean completes(Man man) {
    return man.reaches(THIRTY_HOURS);
  }
}
