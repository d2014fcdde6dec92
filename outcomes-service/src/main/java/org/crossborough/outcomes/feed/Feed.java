package org.crossborough.outcomes.feed;

import jakarta.enterprise.context.RequestScoped;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.release.FeedProduct;
import org.crossborough.outcomes.scope.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A product as one reader sees it.
 *
 * @param area whose figures it has
 */
public record Feed(FeedProduct product, String area) {

  /** Finds the caller's feeds; there is no other way to one. */
  @RequestScoped
  public static class Door {

    private final Caller caller;

    Door(Caller caller) {
      this.caller = caller;
    }

    /** The reader that the token makes. */
    public Reader reader() {
      return Reader.of(caller);
    }

    /**
     * The feed of an address.
     *
     * @param area a borough's code, for those who may read more than one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none or it is not the
     *     caller's
     */
    public Feed open(String product, @Nullable String area) {
      Reader reader = reader();
      return FeedProduct.named(product)
          .flatMap(it -> it.areaFor(reader, area).map(own -> new Feed(it, own)))
          .orElseThrow(
              () -> FeedProblem.NOT_FOUND.because("Read the list of your feeds at /v1/feeds."));
    }
  }
}
