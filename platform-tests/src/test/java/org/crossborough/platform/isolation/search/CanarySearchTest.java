package org.crossborough.platform.isolation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanarySearchTest {

  private static final Canary CANARY = new Canary("field", "Zoë \"Kontrollé\" ÿ?>~ 07700 900123");

  @ParameterizedTest
  @EnumSource
  void each_encoding_is_found_and_told(Encoding encoding) {
    Scan scan = CanarySearch.of(List.of(CANARY)).scan();

    scan.write("before".getBytes(StandardCharsets.UTF_8));
    scan.write(encoding.of(CANARY.text()));
    scan.write("after".getBytes(StandardCharsets.UTF_8));

    assertThat(scan.sightings()).extracting(Sighting::encoding).contains(encoding);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void base64_is_found_wherever_the_text_begins(int before) {
    String around = "x".repeat(before) + CANARY.text() + "yz";
    String encoded = Base64.getEncoder().encodeToString(around.getBytes(StandardCharsets.UTF_8));
    Scan scan = CanarySearch.of(List.of(CANARY)).scan();

    scan.write(encoded.getBytes(StandardCharsets.US_ASCII));

    assertThat(scan.hits()).isEqualTo(1);
  }

  @Test
  void a_text_is_found_across_any_number_of_pieces() {
    byte[] content = ("before " + CANARY.text() + " after").getBytes(StandardCharsets.UTF_8);
    Scan scan = CanarySearch.of(List.of(CANARY)).scan();

    for (byte one : content) {
      scan.write(one);
    }

    // As a whole, and its digits: without the zero they are nowhere together.
    assertThat(scan.sightings()).extracting(Sighting::encoding).containsExactly(Encoding.UTF_8);
    assertThat(scan.bytes()).isEqualTo(content.length);
  }

  @Test
  void all_that_a_plain_search_finds_is_found() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Canary> canaries = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        canaries.add(new Canary("field " + i, letters(random, 7 + random.nextInt(3))));
      }
      String text = letters(random, 3_000) + canaries.get(0).text() + canaries.get(1).text();
      Scan scan = CanarySearch.of(canaries).scan();

      scan.write(text.getBytes(StandardCharsets.US_ASCII));

      long plain =
          canaries.stream().distinct().mapToLong(canary -> occurrences(text, canary.text())).sum();
      long found =
          scan.sightings().stream().filter(one -> one.encoding() == Encoding.UTF_8).count();
      assertThat(found).as("round " + round).isEqualTo(plain);
    }
  }

  /** Of two letters only, so that texts overlap each other and themselves. */
  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(random.nextBoolean() ? 'a' : 'b');
    }
    return text.toString();
  }

  private static long occurrences(String text, String part) {
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  @Test
  void what_is_compressed_inside_a_file_is_found(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes("before".getBytes(StandardCharsets.US_ASCII));
    try (GZIPOutputStream member = new GZIPOutputStream(content)) {
      member.write(("text ".repeat(1_000) + CANARY.text()).getBytes(StandardCharsets.UTF_8));
    }
    content.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    Path file = Files.write(folder.resolve("file"), content.toByteArray());
    Scan scan = CanarySearch.of(List.of(CANARY)).scan();

    scan.file(file);

    assertThat(scan.sightings()).extracting(Sighting::encoding).containsExactly(Encoding.UTF_8);
    assertThat(scan.inflated()).isGreaterThan(5_000);
  }

  @Test
  void a_file_that_has_gone_is_empty(@TempDir Path folder) throws IOException {
    Scan scan = CanarySearch.of(List.of(CANARY)).scan();

    scan.file(folder.resolve("gone"));

    assertThat(scan.bytes()).isZero();
  }

  @Test
  void too_short_a_form_is_not_looked_for() {
    assertThat(Encoding.DIGITS.of("Flat 3, 17 High Street")).isEmpty();
    assertThat(Encoding.DIGITS.of("+44 7700 900123"))
        .isEqualTo(Encoding.DIGITS.of("07700 900123"))
        .isEqualTo("7700900123".getBytes(StandardCharsets.US_ASCII));
  }
}
