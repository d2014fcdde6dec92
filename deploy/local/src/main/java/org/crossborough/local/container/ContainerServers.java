package org.crossborough.local.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.crossborough.local.process.ContainableServer;
import org.crossborough.local.process.ContainerLaunch;
import org.crossborough.local.process.Progress;
import org.crossborough.local.process.Server;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.Transferable;

/**
 * Servers as containers, reached on this machine's own ports: to their callers they are what the
 * processes are. They keep nothing; what they held goes when they are closed. Testcontainers itself
 * removes them when nobody closes them because the process was ended.
 */
public final class ContainerServers implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Images images = new Images(System.getProperties());
  private final Deque<GenericContainer<?>> started = new ConcurrentLinkedDeque<>();
  private final Network network;
  private final Progress progress;

  private ContainerServers(Network network, Progress progress) {
    this.network = network;
    this.progress = progress;
  }

  /**
   * With a network of their own.
   *
   * @throws IllegalStateException when no engine answers
   */
  public static ContainerServers onThisMachine(Progress progress) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "No container engine answers. Start one or set DOCKER_HOST; without"
              + " -Dcrossborough.infrastructure=testcontainers the servers run as processes.");
    }
    return new ContainerServers(Network.newNetwork(), progress);
  }

  /** Starts one and brings what it holds into the wanted shape. */
  public void start(ContainableServer server) {
    ContainerLaunch launch = server.inContainer();
    String name = server.process().name();
    String image = images.of(launch.image());
    progress.say(name, "starting as a container of " + image);
    long start = System.nanoTime();
    GenericContainer<?> container = new GenericContainer<>(image);
    started.push(container);
    container
        .withNetwork(network)
        .withNetworkAliases(name)
        .withEnv(launch.environment())
        .withCommand(launch.command().toArray(String[]::new))
        .withLogConsumer(frame -> append(frame, server.process().log()))
        .waitingFor(new Answer(server).withStartupTimeout(server.startPatience()));
    container.setPortBindings(bindings(launch));
    launch
        .files()
        .forEach((path, text) -> container.withCopyToContainer(Transferable.of(text), path));
    container.start();
    server.settle();
    progress.say(name, "ready after %.1f s".formatted((System.nanoTime() - start) / 1e9));
  }

  private static List<String> bindings(ContainerLaunch launch) {
    return launch.ports().entrySet().stream()
        .map(port -> "127.0.0.1:" + port.getKey() + ":" + port.getValue())
        .toList();
  }

  private static void append(OutputFrame frame, Path log) {
    byte[] bytes = frame.getBytes();
    if (bytes == null) {
      return;
    }
    try {
      Files.write(log, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    started.forEach(GenericContainer::stop);
    network.close();
  }

  /** Asks the server what a process would be asked, by the same port and password. */
  private static final class Answer extends AbstractWaitStrategy {

    private final Server server;

    Answer(Server server) {
      this.server = server;
    }

    @Override
    protected void waitUntilReady() {
      String name = server.process().name();
      long end = System.nanoTime() + startupTimeout.toNanos();
      while (!server.answers()) {
        if (!waitStrategyTarget.isRunning()) {
          throw new ContainerLaunchException(name + " ended; its log: " + server.process().log());
        }
        if (System.nanoTime() > end) {
          throw new ContainerLaunchException(
              name + " does not answer; its log: " + server.process().log());
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
