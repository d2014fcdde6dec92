package org.crossborough.platform.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicApiTest {

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Scripted> script = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();
  private final HttpServer server;
  private final PublicApi api;

  PublicApiTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Patience patience = new Patience(Duration.ofSeconds(5), said::add);
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    api = new PublicApi(() -> url, new Tokens(_ -> "none", patience), patience);
  }

  @AfterEach
  void close() {
    api.close();
    server.stop(0);
  }

  @Test
  void what_is_answered_with_not_now_is_sent_again_under_the_same_key() {
    script.add(new Scripted(503, "", "{}"));
    script.add(new Scripted(409, "", "{\"type\":\"/problems/request/request-in-flight\"}"));
    script.add(new Scripted(201, "\"0\"", "{\"id\":\"1\"}"));

    Answer answer = api.require(Call.post("/v1/things", "story/step", Map.of("a", 1)));

    assertThat(answer.json().path("id").asText()).isEqualTo("1");
    assertThat(seen).hasSize(3).containsOnly("POST /v1/things story/step - {\"a\":1}");
  }

  @Test
  void a_refusal_that_stands_is_not_repeated() {
    script.add(new Scripted(409, "", "{\"type\":\"/problems/thing/illegal-transition\"}"));

    assertThatThrownBy(() -> api.require(Call.post("/v1/things", "k", Map.of())))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("illegal-transition");
    assertThat(seen).hasSize(1);
  }

  @Test
  void a_change_that_met_a_newer_version_reads_it_and_repeats() {
    script.add(new Scripted(200, "\"1\"", "{}"));
    script.add(new Scripted(412, "", "{}"));
    script.add(new Scripted(200, "\"2\"", "{}"));
    script.add(new Scripted(200, "\"3\"", "{}"));

    Answer answer =
        api.change(Call.get("/v1/things/1"), Call.post("/v1/things/1/move", "k", Map.of()));

    assertThat(answer.etag()).isEqualTo("\"3\"");
    assertThat(seen)
        .containsExactly(
            "GET /v1/things/1 - - ",
            "POST /v1/things/1/move k \"1\" {}",
            "GET /v1/things/1 - - ",
            "POST /v1/things/1/move k \"2\" {}");
  }

  @Test
  void a_platform_that_is_gone_is_waited_for_and_this_is_said_once() {
    server.stop(0);
    Patience patience = new Patience(Duration.ofSeconds(4), said::add);
    PublicApi nobody = new PublicApi(() -> "http://127.0.0.1:1", noTokens(patience), patience);

    assertThatThrownBy(() -> nobody.send(Call.get("/v1/things")))
        .hasMessageContaining("Gave up after")
        .hasMessageContaining("GET /v1/things");
    assertThat(said).containsExactly("waiting for an answer to GET /v1/things");
  }

  private static Tokens noTokens(Patience patience) {
    return new Tokens(_ -> "none", patience);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(
        "%s %s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                header(exchange, "Idempotency-Key"),
                header(exchange, "If-Match"),
                body));
    Scripted answer = script.remove();
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    if (!answer.etag().isEmpty()) {
      exchange.getResponseHeaders().set("ETag", answer.etag());
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of("-")).getFirst();
  }

  private record Scripted(int status, String etag, String body) {}
}
