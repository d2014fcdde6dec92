package org.crossborough.gateway.door;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.crossborough.gateway.routing.Route;
import org.crossborough.gateway.routing.RoutingConfig;
import org.crossborough.gateway.routing.RoutingConfig.Retirement;

/** Tells callers of a route that it will go, with every answer (RFC 9745, RFC 8594). */
final class Announcements {

  /** RFC 9110, 5.6.7; the ready-made one writes a day before the tenth with one digit. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Map<String, Retirement> retirements;

  Announcements(RoutingConfig config) {
    this.retirements = config.retirements();
  }

  void make(Route route, MultiMap headers) {
    Retirement retirement = retirements.get(route.prefix());
    if (retirement == null) {
      return;
    }
    headers.set("Deprecation", "@" + retirement.since().getEpochSecond());
    retirement.until().ifPresent(until -> headers.set("Sunset", httpDate(until)));
    retirement
        .instead()
        .ifPresent(page -> headers.add("Link", "<" + page + ">; rel=\"deprecation\""));
  }

  private static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }
}
