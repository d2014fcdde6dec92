package org.crossborough.platform.driver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits for what is not there yet, and says once that it does. */
public final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Duration limit;
  private final Consumer<String> voice;

  /** Waits up to {@code limit} each time; {@code voice} hears about waits that a person notices. */
  public Patience(Duration limit, Consumer<String> voice) {
    this.limit = limit;
    this.voice = voice;
  }

  /**
   * Tries until there is something.
   *
   * @param what is waited for, in words that follow "waiting for"
   * @throws IllegalStateException when the limit has passed
   */
  public <T> T until(Supplier<String> what, Supplier<Optional<T>> attempt) {
    long start = System.nanoTime();
    Duration pause = FIRST_PAUSE;
    boolean told = false;
    while (true) {
      Optional<T> outcome = attempt.get();
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (outcome.isPresent()) {
        if (told) {
          voice.accept("going on after %d s".formatted(waited.toSeconds()));
        }
        return outcome.get();
      }
      if (waited.compareTo(limit) > 0) {
        throw new IllegalStateException(
            "Gave up after %d s waiting for %s".formatted(waited.toSeconds(), what.get()));
      }
      if (!told && waited.compareTo(QUIET) > 0) {
        voice.accept("waiting for " + what.get());
        told = true;
      }
      pause(pause);
      pause = longer(pause);
    }
  }

  /** Tries until a condition holds. */
  public void until(String what, Supplier<Boolean> condition) {
    Boolean _ =
        until(
            () -> what,
            () -> Boolean.TRUE.equals(condition.get()) ? Optional.of(true) : Optional.empty());
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private static void pause(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting", e);
    }
  }
}
