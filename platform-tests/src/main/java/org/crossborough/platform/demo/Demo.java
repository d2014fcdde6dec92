package org.crossborough.platform.demo;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossborough.local.keycloak.DemoTokens;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.Refused;
import org.crossborough.platform.driver.Tokens;

/** The command line of the demo: plays a story on the running local platform and prints figures. */
public final class Demo {

  private static final String USAGE = "Usage: Demo STATE-FOLDER [--story pilot-a|pilot-b|thin]";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final Story story;
  private final PrintStream out;

  private Demo(Path folder, Story story, PrintStream out) {
    this.folder = folder;
    this.story = story;
    this.out = out;
  }

  /** Exits with 0 when the story was played to its end. */
  public static void main(String[] arguments) {
    try {
      parse(new ArrayList<>(List.of(arguments))).play();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IllegalStateException | Refused e) {
      System.err.println();
      System.err.println("Failed: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Demo parse(List<String> words) {
    String table = "pilot-a";
    int option = words.indexOf("--story");
    if (option >= 0 && option + 1 < words.size()) {
      table = words.remove(option + 1);
      words.remove(option);
    }
    if (words.size() != 1) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Demo(Path.of(words.getFirst()), Story.named(table), System.out);
  }

  private void play() {
    long start = System.nanoTime();
    Ports ports = ports();
    ConsoleProgress progress = new ConsoleProgress(out, isTerminal());
    Patience patience = new Patience(PATIENCE, progress::say);
    Tokens tokens = new Tokens(new DemoTokens(ports.issuer())::of, patience);
    out.println("Story " + story.name() + " on " + ports.url(Port.GATEWAY));
    try (PublicApi api = new PublicApi(() -> ports.url(Port.GATEWAY), tokens, patience)) {
      StoryPlayer.Outcome outcome = new StoryPlayer(story, api, progress).play();
      FiguresTable table = new FiguresTable(out);
      table.print(
          "What the borough's commissioner sees of the borough's own runs", outcome.borough());
      table.print("What London sees, after disclosure control", outcome.london());
      out.printf("%n%d requests in %.1f s%n", api.calls(), (System.nanoTime() - start) / 1e9);
    }
  }

  private Ports ports() {
    Ports ports = Ports.remembered(new StateFolder(folder.toAbsolutePath().normalize()));
    if (!ports.isComplete()) {
      throw new IllegalStateException(
          "No platform has been started in " + folder + ": start it with make up");
    }
    return ports;
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
