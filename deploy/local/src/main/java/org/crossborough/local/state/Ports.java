package org.crossborough.local.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * The ports a platform has chosen: once, remembered, and replaced only when a stranger took one.
 */
public final class Ports {

  /** Below the range from which systems lend ports to outgoing connections. */
  private static final int FIRST_SPARE = 20_000;

  private static final int SPARES = 10_000;

  private final StateFolder state;
  private final Map<Port, Integer> numbers = new EnumMap<>(Port.class);

  private Ports(StateFolder state) {
    this.state = state;
  }

  /** What the folder remembers; nothing is chosen. */
  public static Ports remembered(StateFolder state) {
    Ports ports = new Ports(state);
    Properties file = state.readProperties(ports.file());
    Arrays.stream(Port.values())
        .filter(port -> file.containsKey(port.key()))
        .forEach(port -> ports.numbers.put(port, Integer.valueOf(file.getProperty(port.key()))));
    return ports;
  }

  /**
   * Chooses what is not chosen yet and replaces what a stranger has taken.
   *
   * @param ours whether the process of that name is ours and running, and so holds its ports
   */
  public static Ports settle(StateFolder state, boolean usual, Predicate<String> ours) {
    Ports ports = remembered(state);
    for (Port port : Port.values()) {
      Integer number = ports.numbers.get(port);
      if (number == null) {
        ports.numbers.put(port, usual && isFree(port.usual()) ? port.usual() : ports.spare());
      } else if (!ours.test(port.process()) && !isFree(number)) {
        ports.numbers.put(port, ports.spare());
      }
    }
    ports.save();
    return ports;
  }

  public int of(Port port) {
    Integer number = numbers.get(port);
    if (number == null) {
      throw new IllegalStateException("No port chosen yet for " + port.key());
    }
    return number;
  }

  public String url(Port port) {
    return "http://127.0.0.1:" + of(port);
  }

  /** Where the process of a port is asked by those who speak TLS. */
  public String secureUrl(Port port) {
    return "https://127.0.0.1:" + of(port);
  }

  /** Named by host, because the issuer in a token is compared letter by letter. */
  public String issuer() {
    return "http://localhost:" + of(Port.KEYCLOAK) + "/realms/crossborough";
  }

  public boolean isComplete() {
    return numbers.size() == Port.values().length;
  }

  private int spare() {
    while (true) {
      int candidate = FIRST_SPARE + ThreadLocalRandom.current().nextInt(SPARES);
      if (!numbers.containsValue(candidate) && isFree(candidate)) {
        return candidate;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private void save() {
    Properties file = new Properties();
    numbers.forEach((port, number) -> file.setProperty(port.key(), number.toString()));
    state.writeProperties(file(), file);
  }

  private Path file() {
    return state.root().resolve("ports.properties");
  }
}
