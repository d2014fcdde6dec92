package org.crossborough.gateway.connections;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * HTTP/2 is offered by TLS alone (ALPN), as browsers and libraries expect it: in clear it only adds
 * a way in, and what is spoken on a connection would stay open until its first bytes.
 */
@Singleton
class ClearText implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    HttpServerOptions _ = options.setHttp2ClearTextEnabled(false);
  }
}
