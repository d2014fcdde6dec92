package org.crossborough.platform.isolation.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for all canaries in all encodings at once: the automaton of Aho and Corasick (1975), built
 * out, so that each byte costs one step however many there are to be found. Immutable.
 */
public final class CanarySearch {

  private static final int BYTES = 256;
  private static final byte[] PAGE = new byte[1 << 12];
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

  /** By state and byte the next state, or its complement when something ends there. */
  private final int[] next;

  private final Needle[][] ending;
  private final int needles;

  /** What a state may recognise; a null canary marks the head of a gzip member. */
  private record Needle(@Nullable Canary canary, Encoding encoding, byte[] bytes) {}

  private CanarySearch(List<Needle> needles) {
    Trie trie = new Trie(needles);
    this.needles = needles.size();
    this.ending = trie.ending();
    this.next = trie.next();
  }

  /** Looks for these in every encoding they have. */
  public static CanarySearch of(Collection<Canary> canaries) {
    List<Needle> needles = new ArrayList<>();
    needles.add(new Needle(null, Encoding.UTF_8, GZIP));
    for (Canary canary : canaries) {
      List<byte[]> seen = new ArrayList<>();
      for (Encoding encoding : Encoding.values()) {
        byte[] bytes = encoding.of(canary.text());
        if (bytes.length > 0 && seen.stream().noneMatch(other -> Arrays.equals(other, bytes))) {
          seen.add(bytes);
          needles.add(new Needle(canary, encoding, bytes));
        }
      }
    }
    return new CanarySearch(needles);
  }

  /** How many different byte strings are looked for. */
  public int needles() {
    return needles - 1;
  }

  /** Begins to read a place. */
  public Scan scan() {
    return scan(_ -> true);
  }

  /** Begins to read a place in which the others may be. */
  public Scan scan(Predicate<Canary> wanted) {
    return new Scan(this, wanted);
  }

  /**
   * Reads on from a state.
   *
   * @param found told about each needle with the number of bytes of this piece read so far; a null
   *     sighting is the head of a gzip member
   * @return the state after the last byte
   */
  int read(
      int start, byte[] bytes, int from, int to, BiConsumer<@Nullable Sighting, Integer> found) {
    int state = start;
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0 && next[state * BYTES] == state) {
        // Reserved space: where a zero leads nowhere else, no number of them does.
        i = zeros(bytes, i, to);
        if (i == to) {
          break;
        }
      }
      state = next[state * BYTES + (bytes[i] & 0xff)];
      if (state < 0) {
        state = ~state;
        for (Needle needle : ending[state]) {
          Canary canary = needle.canary();
          found.accept(
              canary == null ? null : new Sighting(canary, needle.encoding(), 0), i + 1 - from);
        }
      }
    }
    return state;
  }

  /** Where the zeros end that begin at {@code from}. */
  private static int zeros(byte[] bytes, int from, int to) {
    int end = from;
    while (end + PAGE.length <= to
        && Arrays.equals(bytes, end, end + PAGE.length, PAGE, 0, PAGE.length)) {
      end += PAGE.length;
    }
    while (end < to && bytes[end] == 0) {
      end++;
    }
    return end;
  }

  static int gzipHead() {
    return GZIP.length;
  }

  /** The automaton while it is built. */
  private static final class Trie {

    private static final Needle[] NONE = {};

    private final int[] next;
    private final Needle[][] ending;
    private final int[] fallback;
    private int states = 1;

    Trie(List<Needle> needles) {
      int most = 1 + needles.stream().mapToInt(needle -> needle.bytes().length).sum();
      int[] children = new int[most * BYTES];
      Needle[][] ends = new Needle[most][];
      Arrays.fill(ends, NONE);
      for (Needle needle : needles) {
        int state = add(needle.bytes(), children);
        ends[state] = joined(ends[state], new Needle[] {needle});
      }
      next = children;
      ending = ends;
      fallback = new int[states];
      link();
      mark();
    }

    private int add(byte[] bytes, int[] children) {
      int state = 0;
      for (byte one : bytes) {
        int edge = state * BYTES + (one & 0xff);
        if (children[edge] == 0) {
          children[edge] = states;
          states++;
        }
        state = children[edge];
      }
      return state;
    }

    /** By breadth: where a state has no child, it goes on as its longest proper suffix does. */
    private void link() {
      Queue<Integer> queue = new ArrayDeque<>();
      for (int edge = 0; edge < BYTES; edge++) {
        if (next[edge] != 0) {
          queue.add(next[edge]);
        }
      }
      while (!queue.isEmpty()) {
        int state = queue.remove();
        ending[state] = joined(ending[state], ending[fallback[state]]);
        for (int one = 0; one < BYTES; one++) {
          int child = next[state * BYTES + one];
          int suffix = next[fallback[state] * BYTES + one];
          if (child == 0) {
            next[state * BYTES + one] = suffix;
          } else {
            fallback[child] = suffix;
            queue.add(child);
          }
        }
      }
    }

    private void mark() {
      for (int edge = 0; edge < states * BYTES; edge++) {
        if (ending[next[edge]].length > 0) {
          next[edge] = ~next[edge];
        }
      }
    }

    private static Needle[] joined(Needle[] one, Needle[] other) {
      Needle[] both = Arrays.copyOf(one, one.length + other.length);
      System.arraycopy(other, 0, both, one.length, other.length);
      return both;
    }

    int[] next() {
      return next;
    }

    Needle[][] ending() {
      return ending;
    }
  }
}
