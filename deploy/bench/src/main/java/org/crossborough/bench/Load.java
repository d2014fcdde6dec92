package org.crossborough.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Callers who each send the next request when the last was answered, first to warm up and then
 * counted. It stops by itself.
 */
record Load(int callers, Duration warmUp, Duration counted) {

  /** How many numbers of requests belong to one caller. */
  static final long NUMBERS = 1_000_000_000L;

  /** The same callers, counted for a part of the time, of which there are so many. */
  Load part(int parts) {
    return new Load(callers, warmUp.dividedBy(parts), counted.dividedBy(parts));
  }

  /** What one caller does once. */
  @FunctionalInterface
  interface Request {

    /**
     * Does it, and says whether the answer was the expected one.
     *
     * @param number of this request; no other has it
     */
    boolean send(HttpConnection connection, long number) throws IOException;
  }

  /** Measures, with a meter that runs while it is counted. */
  Figures of(URI server, Request request, Meter meter) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      long start = System.nanoTime();
      long from = start + warmUp.toNanos();
      long until = from + counted.toNanos();
      List<Future<Tally>> tallies = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        long first = caller * NUMBERS;
        Callable<Tally> work = () -> call(server, request, first, from, until);
        tallies.add(threads.submit(work));
      }
      sleepUntil(from);
      meter.begin();
      sleepUntil(until);
      meter.end();
      List<Tally> all = new ArrayList<>();
      for (Future<Tally> tally : tallies) {
        all.add(tally.get());
      }
      return Figures.of(
          all.stream().flatMapToLong(tally -> LongStream.of(tally.times())).toArray(),
          counted.toNanos() / 1e9,
          all.stream().mapToLong(Tally::refused).sum());
    } catch (ExecutionException failure) {
      throw new IllegalStateException("A caller got no answer", failure.getCause());
    }
  }

  private static void sleepUntil(long moment) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(moment - System.nanoTime());
  }

  private static Tally call(URI server, Request request, long first, long from, long until)
      throws IOException {
    LongStream.Builder times = LongStream.builder();
    long refused = 0;
    try (HttpConnection connection = new HttpConnection(server)) {
      long began = System.nanoTime();
      for (long number = first; began < until; number++) {
        boolean expected = request.send(connection, number);
        long ended = System.nanoTime();
        if (began >= from && ended <= until) {
          times.add(ended - began);
          refused += expected ? 0 : 1;
        }
        began = ended;
      }
    }
    return new Tally(times.build().toArray(), refused);
  }

  private record Tally(long[] times, long refused) {}
}
