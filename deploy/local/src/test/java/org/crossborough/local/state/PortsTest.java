package org.crossborough.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How ports are chosen, remembered and given up. */
class PortsTest {

  @TempDir private Path folder;

  @Test
  void a_port_is_remembered_once_chosen() {
    StateFolder state = StateFolder.at(folder);

    Ports first = Ports.settle(state, false, process -> false);
    Ports second = Ports.settle(state, false, process -> false);

    assertThat(Stream.of(Port.values()).map(second::of))
        .containsExactlyElementsOf(Stream.of(Port.values()).map(first::of).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_port_that_a_stranger_has_taken_is_replaced() throws IOException {
    StateFolder state = StateFolder.at(folder);
    Ports before = Ports.settle(state, false, process -> false);

    try (ServerSocket stranger = listenOn(before.of(Port.KAFKA))) {
      Ports after = Ports.settle(state, false, process -> false);

      assertThat(after.of(Port.KAFKA)).isNotEqualTo(stranger.getLocalPort());
      assertThat(after.of(Port.KEYCLOAK)).isEqualTo(before.of(Port.KEYCLOAK));
    }
  }

  @Test
  void a_port_that_our_own_process_holds_is_kept() throws IOException {
    StateFolder state = StateFolder.at(folder);
    Ports before = Ports.settle(state, false, process -> false);

    try (ServerSocket own = listenOn(before.of(Port.KAFKA))) {
      Ports after = Ports.settle(state, false, "kafka"::equals);

      assertThat(after.of(Port.KAFKA)).isEqualTo(own.getLocalPort());
    }
  }

  @Test
  void the_usual_ports_are_used_where_nobody_else_does() throws IOException {
    StateFolder state = StateFolder.at(folder);

    try (ServerSocket somebody = listenOnUsual(Port.GATEWAY)) {
      Ports ports = Ports.settle(state, true, process -> false);

      assertThat(somebody.isBound()).isTrue();
      assertThat(ports.of(Port.GATEWAY)).isNotEqualTo(Port.GATEWAY.usual());
    }
  }

  private static ServerSocket listenOn(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  /** Somebody else may hold it already, which serves as well. */
  private static ServerSocket listenOnUsual(Port port) throws IOException {
    try {
      return listenOn(port.usual());
    } catch (java.net.BindException alreadyTaken) {
      return listenOn(0);
    }
  }
}
