package org.crossborough.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event of the platform by its wire type, read from the sealed families themselves. */
public final class EventCatalogue {

  private static final Map<String, Class<? extends Event>> BY_TYPE =
      records(Event.class)
          .collect(
              Collectors.toMap(
                  EventCatalogue::typeOf, Function.identity(), (a, _) -> a, TreeMap::new));

  private EventCatalogue() {}

  /** All wire types with their records, in the order of their names. */
  public static Map<String, Class<? extends Event>> all() {
    return Map.copyOf(BY_TYPE);
  }

  /** The record of a wire type; empty when this build does not know it. */
  public static Optional<Class<? extends Event>> recordOf(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /** The wire type of an event's record. */
  public static String typeOf(Class<? extends Event> event) {
    WireType type = event.getAnnotation(WireType.class);
    if (type == null) {
      throw new IllegalStateException(event.getName() + " has no wire type");
    }
    return type.value();
  }

  private static Stream<Class<? extends Event>> records(Class<? extends Event> type) {
    if (type.isRecord()) {
      return Stream.of(type);
    }
    return Arrays.stream(type.getPermittedSubclasses())
        .flatMap(permitted -> records(permitted.asSubclass(Event.class)));
  }
}
