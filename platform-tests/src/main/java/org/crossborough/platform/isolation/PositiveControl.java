package org.crossborough.platform.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.crossborough.platform.isolation.search.Canary;
import org.crossborough.platform.isolation.search.CanarySearch;
import org.crossborough.platform.isolation.search.Encoding;
import org.crossborough.platform.isolation.search.Sighting;

/**
 * Whether the search would find what it does not find: a canary of its own, in every encoding, put
 * into a copy of each place and looked for in the same way. The platform's own data is left alone.
 */
final class PositiveControl {

  private static final int SAMPLE = 1 << 20;

  private final Canary canary;
  private final CanarySearch search;
  private final RandomGenerator random;
  private final List<String> missed = new ArrayList<>();
  private int pairs;
  private int places;

  PositiveControl(RandomGenerator random) {
    this.random = random;
    String digits = Long.toString(random.nextLong(1_000_000_000_000L, 9_000_000_000_000L));
    // Letters, marks and signs that every encoding writes differently.
    String text = "Zoë \"Kontrollé\" <%s> ÿ?>~ 07700 900%s".formatted(digits, digits);
    this.canary = new Canary("control", text);
    this.search = CanarySearch.of(List.of(canary));
  }

  /** How many pairs of a place and an encoding were tried. */
  int pairs() {
    return pairs;
  }

  int places() {
    return places;
  }

  /** Pairs in which the planted canary was not found. */
  List<String> missed() {
    return Collections.unmodifiableList(missed);
  }

  /** The canary in each encoding. */
  List<byte[]> values() {
    return Stream.of(Encoding.values()).map(this::value).toList();
  }

  private byte[] value(Encoding encoding) {
    return encoding.of(canary.text());
  }

  /** A place into which the canary has been put by whoever made it. */
  void expect(Place planted) {
    expect(planted, EnumSet.allOf(Encoding.class));
  }

  private void expect(Place planted, Set<Encoding> expected) {
    Set<Encoding> found =
        planted.search(search, _ -> true).sightings().stream()
            .map(Sighting::encoding)
            .collect(Collectors.toSet());
    places++;
    for (Encoding encoding : expected) {
      pairs++;
      if (!found.contains(encoding)) {
        missed.add(planted.name() + ": " + encoding);
      }
    }
  }

  /** Puts the canary into a copy of the beginning of a place. */
  void copy(Place place) {
    switch (place) {
      case Place.Files(String name, List<Path> files) ->
          withFile(planted(sample(files)), file -> expect(new Place.Files(name, List.of(file))));
      case Place.Content(String name, Place.Writing writing) -> {
        byte[] content = planted(sample(writing));
        expect(new Place.Content(name, out -> out.write(content)));
      }
    }
  }

  /** The same compressed, somewhere in a file. */
  void compressed(Place.Files place) {
    byte[] content = planted(sample(place.files()));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes("something before it".getBytes(StandardCharsets.US_ASCII));
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    withFile(
        packed.toByteArray(),
        file -> expect(new Place.Files(place.name() + ", compressed", List.of(file))));
  }

  /** Each encoding somewhere in the bytes, in an order that is not always the same. */
  private byte[] planted(byte[] sample) {
    List<Encoding> encodings = new ArrayList<>(List.of(Encoding.values()));
    Collections.shuffle(encodings, random);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int slice = Math.max(1, sample.length / encodings.size());
    int from = 0;
    for (Encoding encoding : encodings) {
      int to = Math.min(sample.length, from + random.nextInt(slice) + 1);
      out.write(sample, from, to - from);
      out.writeBytes(value(encoding));
      from = to;
    }
    out.write(sample, from, sample.length - from);
    return out.toByteArray();
  }

  private static byte[] sample(List<Path> files) {
    for (Path file : files) {
      try (var content = Files.newInputStream(file)) {
        byte[] sample = content.readNBytes(SAMPLE);
        if (sample.length > 0) {
          return sample;
        }
      } catch (IOException goneOrLocked) {
        // The next one will do.
      }
    }
    return new byte[0];
  }

  private static byte[] sample(Place.Writing writing) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try {
      writing.to(
          new OutputStream() {
            @Override
            public void write(int one) {
              write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] piece, int offset, int length) {
              kept.write(piece, offset, Math.min(length, SAMPLE - Math.min(SAMPLE, kept.size())));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(kept.toByteArray(), kept.size());
  }

  private static void withFile(byte[] content, java.util.function.Consumer<Path> use) {
    try {
      Path file = Files.createTempFile("isolation-control", "");
      try {
        Files.write(file, content);
        use.accept(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
