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

/**
 * The command line of the demo: plays a story on the running local platform, or on any that has the
 * demo identities, and prints figures.
 */
public final class Demo {

  private static final String USAGE =
      """
      Usage: Demo STATE-FOLDER [--story pilot-a|pilot-b|thin]
             Demo --gateway URL --identity URL [--story …]\
      """;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Where the platform answers, and where its people sign in. */
  private record Where(String gateway, String issuer) {}

  private final Where where;
  private final Story story;
  private final PrintStream out;

  private Demo(Where where, Story story, PrintStream out) {
    this.where = where;
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
    String table = option("--story", words).orElse("pilot-a");
    Optional<String> gateway = option("--gateway", words);
    Optional<String> identity = option("--identity", words);
    if (gateway.isPresent() != identity.isPresent()
        || words.size() != (gateway.isPresent() ? 0 : 1)) {
      throw new IllegalArgumentException(USAGE);
    }
    Where where =
        gateway
            .map(url -> new Where(url, identity.orElseThrow() + "/realms/crossborough"))
            .orElseGet(() -> local(Path.of(words.getFirst())));
    return new Demo(where, Story.named(table), System.out);
  }

  private static Optional<String> option(String name, List<String> words) {
    int option = words.indexOf(name);
    if (option < 0 || option + 1 >= words.size()) {
      return Optional.empty();
    }
    String value = words.remove(option + 1);
    words.remove(option);
    return Optional.of(value);
  }

  private void play() {
    long start = System.nanoTime();
    ConsoleProgress progress = new ConsoleProgress(out, isTerminal());
    Patience patience = new Patience(PATIENCE, progress::say);
    Tokens tokens = new Tokens(new DemoTokens(where.issuer())::of, patience);
    out.println("Story " + story.name() + " on " + where.gateway());
    try (PublicApi api = new PublicApi(where::gateway, tokens, patience)) {
      StoryPlayer.Outcome outcome = new StoryPlayer(story, api, progress).play();
      FiguresTable table = new FiguresTable(out);
      table.print(
          "What the borough's commissioner sees of the borough's own runs", outcome.borough());
      table.print("What London sees, after disclosure control", outcome.london());
      out.printf("%n%d requests in %.1f s%n", api.calls(), (System.nanoTime() - start) / 1e9);
    }
  }

  private static Where local(Path folder) {
    Ports ports = Ports.remembered(new StateFolder(folder.toAbsolutePath().normalize()));
    if (!ports.isComplete()) {
      throw new IllegalStateException(
          "No platform has been started in " + folder + ": start it with make up");
    }
    return new Where(ports.url(Port.GATEWAY), ports.issuer());
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
