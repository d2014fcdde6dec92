package org.crossborough.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.crossborough.gateway.refusal.Refusal;
import org.crossborough.gateway.refusal.Refused;
import org.jboss.logging.Logger;

/** One proxy per service, each with connections of its own, so that a slow one starves no other. */
@Singleton
class ServiceProxies {

  private static final Logger LOG = Logger.getLogger(ServiceProxies.class);

  /** Shorter than the services', so that it is not they who close a connection in use. */
  private static final int KEEP_ALIVE_SECONDS = 60;

  private final Vertx vertx;
  private final RoutingConfig config;
  private final Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);

  ServiceProxies(Vertx vertx, RoutingConfig config) {
    this.vertx = vertx;
    this.config = config;
    for (Upstream upstream : Upstream.values()) {
      proxies.put(upstream, proxyTo(upstream));
    }
  }

  void forward(HttpServerRequest request, Upstream upstream) {
    Objects.requireNonNull(proxies.get(upstream)).handle(request);
  }

  private HttpProxy proxyTo(Upstream upstream) {
    HttpClient client = vertx.createHttpClient(clientOptions(), poolOptions());
    RequestOptions target = target(upstream);
    // An upgraded connection would pass by every rule of this gateway.
    ProxyOptions options = new ProxyOptions().setSupportWebSocket(false);
    return HttpProxy.reverseProxy(options, client)
        .origin(context -> connection(context.client(), target, upstream))
        .addInterceptor(new Forwarding(upstream, vertx, config));
  }

  private static Future<HttpClientRequest> connection(
      HttpClient client, RequestOptions target, Upstream upstream) {
    return client
        .request(target)
        // Answered where the response is awaited; the client's own log line would hold the path.
        .map(request -> request.exceptionHandler(_ -> {}))
        .recover(failure -> {
          LOG.warnf("No connection to %s: %s", upstream.service(), failure.toString());
          return Future.failedFuture(new Refused(Refusal.SERVICE_UNAVAILABLE));
        });
  }

  private RequestOptions target(Upstream upstream) {
    URI base =
        Objects.requireNonNull(
            config.upstreams().get(upstream), () -> upstream + " has no base URL");
    boolean secure = "https".equals(base.getScheme());
    int port = base.getPort() < 0 ? (secure ? 443 : 80) : base.getPort();
    return new RequestOptions()
        .setHost(base.getHost())
        .setPort(port)
        .setSsl(secure)
        .setConnectTimeout(config.connectTimeout().toMillis())
        .setIdleTimeout(config.responseTimeout().toMillis());
  }

  private HttpClientOptions clientOptions() {
    return new HttpClientOptions()
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
        .setTcpNoDelay(true);
  }

  private PoolOptions poolOptions() {
    return new PoolOptions()
        .setHttp1MaxSize(config.connectionsPerService())
        .setMaxWaitQueueSize(config.waitingPerService());
  }
}
