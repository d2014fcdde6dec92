package org.crossborough.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose trace a request belongs to. */
class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

  @Test
  void a_trace_goes_on_with_the_gateway_as_parent() {
    headers.set("traceparent", PARENT).set("tracestate", "congo=t61rcWkgMzE");

    TraceContext.pass(headers);

    assertThat(headers.get("traceparent"))
        .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
        .isNotEqualTo(PARENT);
    assertThat(headers.get("tracestate")).isEqualTo("congo=t61rcWkgMzE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y"
      })
  void anything_else_is_forgotten_and_a_new_trace_begins(String given) {
    headers.set("traceparent", given.replace("\r\n", " ")).set("tracestate", "congo=t61rcWkgMzE");

    TraceContext.pass(headers);

    assertThat(headers.get("traceparent"))
        .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00")
        .doesNotContain(TRACE);
    assertThat(headers.contains("tracestate")).isFalse();
  }
}
