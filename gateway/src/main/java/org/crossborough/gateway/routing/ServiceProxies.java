package org.crossborough.gateway.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.crossborough.gateway.refusal.Caller;
import org.jspecify.annotations.Nullable;

/** One proxy per service, each with connections of its own, so that a slow one starves no other. */
@Singleton
public class ServiceProxies {

  /** Shorter than the services', so that it is not they who close a connection in use. */
  private static final int KEEP_ALIVE_SECONDS = 60;

  private final Vertx vertx;
  private final RoutingConfig config;
  private final TlsConfigurationRegistry certificates;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);

  ServiceProxies(
      Vertx vertx,
      RoutingConfig config,
      TlsConfigurationRegistry certificates,
      MeterRegistry meters,
      InstantSource clock) {
    this.vertx = vertx;
    this.config = config;
    this.certificates = certificates;
    this.meters = meters;
    this.clock = clock;
    for (Upstream upstream : Upstream.values()) {
      proxies.put(upstream, proxyTo(upstream));
    }
  }

  /** Takes the request to the service and the answer to the caller. */
  public void forward(HttpServerRequest request, Upstream upstream) {
    Objects.requireNonNull(proxies.get(upstream)).handle(new Caller(request));
  }

  private HttpProxy proxyTo(Upstream upstream) {
    HttpClient client = vertx.createHttpClient(clientOptions(upstream), poolOptions());
    Circuit circuit = new Circuit(config.circuitFailures(), config.circuitRest());
    Asking asking =
        new Asking(upstream, target(upstream), circuit, new RetryBudget(), clock, meters);
    // An upgraded connection would pass by every rule of this gateway.
    ProxyOptions options = new ProxyOptions().setSupportWebSocket(false);
    return HttpProxy.reverseProxy(options, client)
        .origin(asking::connection)
        .addInterceptor(new Forwarding(upstream, circuit, vertx, config, clock));
  }

  private RequestOptions target(Upstream upstream) {
    URI base =
        Objects.requireNonNull(
            config.upstreams().get(upstream), () -> upstream + " has no base URL");
    boolean secure = isSecure(base);
    int port = base.getPort() < 0 ? (secure ? 443 : 80) : base.getPort();
    return new RequestOptions()
        .setHost(base.getHost())
        .setPort(port)
        .setSsl(secure)
        .setConnectTimeout(config.connectTimeout().toMillis())
        .setIdleTimeout(config.responseTimeout().toMillis());
  }

  private HttpClientOptions clientOptions(Upstream upstream) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setTcpNoDelay(true);
    if (isSecure(config.upstreams().get(upstream))) {
      TlsConfigUtils.configure(options, services());
    }
    return options;
  }

  /** The gateway's own certificate, which services ask for, and whom it believes in turn. */
  private TlsConfiguration services() {
    return certificates
        .get("services")
        .orElseThrow(() ->
            new IllegalStateException("A service is https, and quarkus.tls.services is not set"));
  }

  private static boolean isSecure(@Nullable URI base) {
    return base != null && "https".equals(base.getScheme());
  }

  private PoolOptions poolOptions() {
    return new PoolOptions()
        .setHttp1MaxSize(config.connectionsPerService())
        .setMaxWaitQueueSize(config.waitingPerService());
  }
}
