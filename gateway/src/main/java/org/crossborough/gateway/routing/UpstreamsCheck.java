package org.crossborough.gateway.routing;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether the services are ready; a group of its own, because the gateway is ready without them.
 */
@HealthGroup("upstreams")
@Singleton
class UpstreamsCheck implements AsyncHealthCheck {

  private final HttpClient client;
  private final RoutingConfig config;

  UpstreamsCheck(Vertx vertx, RoutingConfig config) {
    this.client = vertx.createHttpClient(new HttpClientOptions());
    this.config = config;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    Map<Upstream, Future<Boolean>> ready = new TreeMap<>();
    config
        .upstreams()
        .forEach((upstream, base) ->
            ready.put(upstream, isReady(config.health().getOrDefault(upstream, base))));
    return Uni.createFrom()
        .completionStage(() -> Future.join(ready.values().stream().toList()).toCompletionStage())
        .map(all -> response(ready));
  }

  private Future<Boolean> isReady(URI base) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(base + "/q/health/ready")
            .setTimeout(config.connectTimeout().toMillis());
    return client
        .request(request)
        .compose(HttpClientRequest::send)
        .map(answer -> answer.statusCode() == 200)
        .otherwise(false);
  }

  private static HealthCheckResponse response(Map<Upstream, Future<Boolean>> ready) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("upstreams");
    ready.forEach((upstream, is) -> response.withData(upstream.service(), is.result()));
    return response.status(ready.values().stream().allMatch(Future::result)).build();
  }
}
