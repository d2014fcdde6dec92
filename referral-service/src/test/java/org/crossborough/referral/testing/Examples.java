package org.crossborough.referral.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;

/** The agreed examples of what other services publish. */
public final class Examples {

  private Examples() {}

  /** The payload of an event's example. */
  public static byte[] payload(Class<? extends Event> type) throws IOException {
    String name = "/examples/" + EventCatalogue.typeOf(type) + ".json";
    try (InputStream file = Event.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      return file.readAllBytes();
    }
  }

  /** The event of an example; no type whose example is read here takes its key from outside. */
  public static <E extends Event> E event(Class<E> type) throws IOException {
    return type.cast(EventCodec.decode(type, new UUID(0, 0), Instant.EPOCH, payload(type)));
  }
}
