package org.crossborough.gateway.description;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Serves the merged description and the page that shows it; nothing comes from another host. */
@Singleton
class DeveloperPages {

  private static final int BEFORE_STATIC_FILES = 100;

  // The page sets style attributes by script; its scripts themselves are files of this host.
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Buffer description = Buffer.buffer(resource("crossborough/openapi.json"));
  private final Buffer page = Buffer.buffer(resource("META-INF/resources/docs/index.html"));
  private final String etag = "\"" + digest(description) + "\"";

  private final Buffer events = Buffer.buffer(resource("crossborough/asyncapi.json"));
  private final Buffer problems = Buffer.buffer(resource("crossborough/problems.md"));

  void register(@Observes Router router) {
    router.get("/asyncapi.json").handler(context -> send(context, "application/json", events));
    router
        .getWithRegex("/problems(/.*)?")
        .handler(context -> send(context, "text/plain;charset=UTF-8", problems));
    router.get("/openapi.json").order(BEFORE_STATIC_FILES).handler(this::description);
    router.route("/docs/*").order(BEFORE_STATIC_FILES).handler(DeveloperPages::protect);
    router.getWithRegex("/docs/?").order(BEFORE_STATIC_FILES + 1).handler(this::page);
  }

  private void description(RoutingContext context) {
    HttpServerResponse response =
        context
            .response()
            .putHeader(HttpHeaders.ETAG, etag)
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(description);
    }
  }

  private static void send(RoutingContext context, String type, Buffer content) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end(content);
  }

  private static void protect(RoutingContext context) {
    context.response().putHeader("Content-Security-Policy", PAGE_POLICY);
    context.next();
  }

  private void page(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8").end(page);
  }

  private static byte[] resource(String name) {
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " was not built");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Buffer content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes());
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
