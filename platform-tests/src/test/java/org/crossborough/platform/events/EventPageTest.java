package org.crossborough.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventPageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("crossborough.root", ".."));
  private static final Path EXAMPLES = ROOT.resolve("event-contracts/src/main/resources/examples");

  static Stream<String> types() {
    return EventPage.typesWithPayload();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_type_has_an_example_that_is_exactly_its_record(String type) throws IOException {
    Class<? extends Event> record = EventCatalogue.recordOf(type).orElseThrow();
    byte[] example = example(type).getBytes(StandardCharsets.UTF_8);

    Event decoded = EventCodec.decode(record, new UUID(0, 0), Instant.EPOCH, example);

    assertThat(decoded.key()).isNotNull();
    assertThat(decoded.occurredAt()).isNotNull();
    assertThat(JSON.readTree(EventCodec.encode(decoded))).isEqualTo(JSON.readTree(example));
  }

  @Test
  void a_tombstone_has_nothing_to_show() {
    assertThat(EventPage.tombstones())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(EXAMPLES.resolve(type + ".json")).doesNotExist());
  }

  @Test
  void no_example_is_left_over() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(types().toList());
    }
  }

  @Test
  void the_page_in_the_documentation_is_current() throws IOException {
    Path page = ROOT.resolve("docs/events.md");
    String current = new EventPage(EventPageTest::example).render();
    if (Boolean.getBoolean("crossborough.docs.update")) {
      Files.writeString(page, current);
    }

    assertThat(page)
        .as("run with -Dcrossborough.docs.update=true and review the difference")
        .hasContent(current);
  }

  private static String example(String type) {
    try {
      return Files.readString(EXAMPLES.resolve(type + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException("No example of " + type, e);
    }
  }
}
