package org.crossborough.platform.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.keycloak.DemoTokens;
import org.crossborough.local.state.Installation;
import org.crossborough.platform.demo.Progress;
import org.crossborough.platform.demo.Story;
import org.crossborough.platform.demo.StoryPlayer;
import org.crossborough.platform.driver.Patience;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole platform, started on an empty folder once per run and stopped at its end. With {@code
 * -Dcrossborough.acceptance-platform=FOLDER} an existing one is used and left running.
 */
public final class AcceptancePlatform implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(AcceptancePlatform.class);
  private static final String EXISTING = "crossborough.acceptance-platform";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == UnderTest.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(UnderTest.class, _ -> UnderTest.start(), UnderTest.class);
  }

  /** The platform with a caller's means, and those of a saboteur. */
  static final class UnderTest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunningPlatform platform;
    private final Tokens tokens;
    private final PublicApi api;
    private final boolean ours;
    private StoryPlayer.@Nullable Outcome thin;

    private UnderTest(RunningPlatform platform, boolean ours) {
      this.platform = platform;
      this.ours = ours;
      this.tokens = new Tokens(new DemoTokens(platform.issuer())::of, patience());
      this.api = new PublicApi(platform::gatewayUrl, tokens, patience());
    }

    Tokens tokens() {
      return tokens;
    }

    static UnderTest start() {
      String existing = System.getProperty(EXISTING);
      if (existing != null) {
        return new UnderTest(RunningPlatform.start(Path.of(existing)), false);
      }
      Installation installation = Installation.find();
      Path folder = installation.root().resolve("platform-tests/target/acceptance-platform");
      forget(installation, folder);
      return new UnderTest(RunningPlatform.start(folder), true);
    }

    /** Whatever a run before this one left, when it was ended in the middle. */
    private static void forget(Installation installation, Path folder) {
      ProcessBuilder command =
          new ProcessBuilder(
              Installation.java(),
              "-cp",
              installation.launcherClassPath(),
              "org.crossborough.local.LocalPlatform",
              "clean-state",
              "--state",
              folder.toString());
      try {
        int code = command.redirectErrorStream(true).inheritIO().start().waitFor();
        if (code != 0) {
          throw new IllegalStateException("clean-state of " + folder + " ended with " + code);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    RunningPlatform platform() {
      return platform;
    }

    PublicApi api() {
      return api;
    }

    /** The same callers past the gateway and with its certificate, at one service's own address. */
    PublicApi apiAt(String url) {
      return PublicApi.at(url, tokens, patience(), platform.certificates().asGateway());
    }

    private static Patience patience() {
      return new Patience(PATIENCE, _ -> {});
    }

    StoryPlayer.Outcome play(Story story, Progress progress) {
      return new StoryPlayer(story, api, progress).play();
    }

    /** A short story, played once, for tests that need something to be there. */
    synchronized StoryPlayer.Outcome thinStory() {
      StoryPlayer.Outcome played = thin;
      if (played == null) {
        played = play(Story.named("thin", Names.unique("thin")), (_, _, _) -> {});
        thin = played;
      }
      return played;
    }

    @Override
    public void close() {
      api.close();
      if (ours) {
        platform.down();
      }
    }
  }
}
