package org.crossborough.platform.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Tombstone;
import org.crossborough.contracts.Topic;

/** {@code docs/events.md}: every topic with its events, what they carry and an example of each. */
final class EventPage {

  private static final String HEADER =
      """
      # Events

      Generated from the records in `event-contracts` and the examples beside them; a test compares.
      To write it again: `mvn -pl platform-tests test -Dtest=EventPageTest -Dcrossborough.docs.update=true`.

      Each event is a CloudEvent in Kafka headers (`ce_id`, `ce_type`, `ce_source`, `ce_time`, …) with the
      record as JSON payload, keyed by its aggregate. Records are additive only: a breaking change is a new
      version. Consumers ignore fields they do not know.

      """;

  private static final String TOMBSTONE =
      "Travels as a tombstone: the record's key and its time, without a payload.\n";

  private final Function<String, String> example;

  EventPage(Function<String, String> example) {
    this.example = example;
  }

  String render() {
    return HEADER
        + overview()
        + Arrays.stream(Topic.values()).map(this::section).collect(Collectors.joining());
  }

  private static String overview() {
    return "| topic | written by | events |\n| --- | --- | --- |\n"
        + Arrays.stream(Topic.values())
            .map(topic ->
                "| [`%s`](#%s) | %s | %d |\n"
                    .formatted(
                        topic.wireName(),
                        topic.wireName().replace(".", ""),
                        topic.producer(),
                        typesOf(topic).size()))
            .collect(Collectors.joining())
        + "\n";
  }

  private String section(Topic topic) {
    return "## "
        + topic.wireName()
        + "\n\n"
        + typesOf(topic).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(event -> event(event.getKey(), event.getValue()))
            .collect(Collectors.joining());
  }

  private String event(String type, Class<? extends Event> record) {
    String components =
        Arrays.stream(record.getRecordComponents())
            .map(EventPage::component)
            .collect(Collectors.joining());
    return "### %s\n\n| field | type |\n| --- | --- |\n%s\n%s\n"
        .formatted(type, components, isTombstone(record) ? TOMBSTONE : shown(type));
  }

  private String shown(String type) {
    return "```json\n" + example.apply(type).strip() + "\n```\n";
  }

  private static String component(RecordComponent component) {
    boolean optional =
        Stream.of(component.getAnnotatedType().getAnnotations())
            .anyMatch(one -> one.annotationType().getSimpleName().equals("Nullable"));
    String type = component.getGenericType().getTypeName().replaceAll("[a-z.]+\\.(?=[A-Z])", "");
    return "| `%s` | %s%s |\n"
        .formatted(component.getName(), type.replaceAll(".*\\$", ""), optional ? ", optional" : "");
  }

  static Map<String, Class<? extends Event>> typesOf(Topic topic) {
    return EventCatalogue.all().entrySet().stream()
        .filter(event -> topic.family().isAssignableFrom(event.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static Stream<String> typesWithPayload() {
    return types(false);
  }

  static Stream<String> tombstones() {
    return types(true);
  }

  private static Stream<String> types(boolean tombstones) {
    return EventCatalogue.all().entrySet().stream()
        .filter(event -> isTombstone(event.getValue()) == tombstones)
        .map(Map.Entry::getKey)
        .sorted();
  }

  private static boolean isTombstone(Class<? extends Event> record) {
    return record.isAnnotationPresent(Tombstone.class);
  }
}
