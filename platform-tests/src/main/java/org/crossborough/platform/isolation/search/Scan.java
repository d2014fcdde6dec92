package org.crossborough.platform.isolation.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one place, from its first byte to its last. What is written to it is searched and
 * forgotten; a needle may lie across any number of pieces. Not for several threads.
 */
public final class Scan extends OutputStream {

  private static final int PIECE = 1 << 20;
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_MEMBERS = 10_000;

  private final CanarySearch search;
  private final Predicate<Canary> wanted;
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Long> members = new ArrayList<>();
  private int state;
  private long bytes;
  private long inflated;
  private long hits;

  Scan(CanarySearch search, Predicate<Canary> wanted) {
    this.search = search;
    this.wanted = wanted;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] piece) {
    write(piece, 0, piece.length);
  }

  @Override
  public void write(byte[] piece, int offset, int length) {
    state = search.read(state, piece, offset, offset + length, this::found);
    bytes += length;
  }

  /** Forgets what it was in the middle of: the next byte begins something else. */
  public void cut() {
    state = 0;
  }

  private void found(@Nullable Sighting sighting, int read) {
    long end = bytes + read;
    if (sighting == null) {
      members.add(end - CanarySearch.gzipHead());
      return;
    }
    if (!wanted.test(sighting.canary())) {
      return;
    }
    hits++;
    if (sightings.size() < MOST_KEPT) {
      sightings.add(new Sighting(sighting.canary(), sighting.encoding(), end));
    }
  }

  /** Reads a stream to its end. */
  public void read(InputStream content) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
      write(piece, 0, length);
    }
  }

  /** Reads a file as it is now, and what is compressed in it; a file that has gone is empty. */
  public void file(Path file) throws IOException {
    cut();
    members.clear();
    long start = bytes;
    try (InputStream content = Files.newInputStream(file)) {
      read(content);
    } catch (NoSuchFileException gone) {
      return;
    }
    List<Long> heads = List.copyOf(members.subList(0, Math.min(members.size(), MOST_MEMBERS)));
    try (FileChannel channel = FileChannel.open(file)) {
      for (long head : heads) {
        inflate(channel.position(head - start));
      }
    }
    cut();
  }

  private void inflate(FileChannel at) throws IOException {
    cut();
    long before = bytes;
    try {
      // Closing it would close the channel, which is its opener's.
      read(new GZIPInputStream(Channels.newInputStream(at)));
    } catch (ZipException | EOFException notOne) {
      // Three bytes that only look like the head of a member, or a member that was cut.
    }
    inflated += bytes - before;
  }

  /** How many bytes were searched, inflated ones among them. */
  public long bytes() {
    return bytes;
  }

  /** How many bytes came out of compressed members. */
  public long inflated() {
    return inflated;
  }

  /** How often anything was found. */
  public long hits() {
    return hits;
  }

  /** What was found; of very many, the first. */
  public List<Sighting> sightings() {
    return Collections.unmodifiableList(sightings);
  }
}
