package org.crossborough.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crossborough.bench.Bench.Measuring;
import org.crossborough.local.RunningPlatform;

/**
 * What the gateway itself costs: the same reads of the same service through it, which checks the
 * token and counts, and through nginx, which does neither; both with the gateway's certificate and
 * connections kept open. Left out where there is no nginx.
 */
final class GatewayScenario {

  private static final String PATH = "/v1/boroughs/E09000019";

  /** By turns, so that what else the machine does strikes both. */
  private static final int TURNS = 3;

  private final RunningPlatform platform;
  private final Load load;

  GatewayScenario(RunningPlatform platform, Load load) {
    this.platform = platform;
    this.load = load;
  }

  void measure(Measuring measuring) throws InterruptedException {
    Optional<String> nginx = program();
    if (nginx.isEmpty()) {
      return;
    }
    try (Beside other = Beside.start(nginx.get(), platform)) {
      Load part = load.part(TURNS);
      for (int turn = 1; turn <= TURNS; turn++) {
        double[] beside = {Double.NaN};
        measuring.of(
            "read a borough, through nginx, turn " + turn,
            1,
            Double.NaN,
            meter -> {
              Figures figures = read(part, other.address(), meter);
              beside[0] = figures.perSecond();
              return figures;
            });
        measuring.of(
            "read a borough, through the gateway, turn " + turn,
            1,
            beside[0],
            meter -> read(part, URI.create(platform.gatewayUrl()), meter));
      }
    }
  }

  private Figures read(Load part, URI server, Meter meter) throws InterruptedException {
    String headers =
        "Authorization: Bearer %s\r\n".formatted(platform.tokenOf("demo-referral-coordinator"));
    return part.of(
        server,
        (connection, _) -> connection.send("GET", PATH, headers, "").status() == 200,
        meter);
  }

  private static Optional<String> program() {
    return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx")
        .filter(file -> Files.isExecutable(Path.of(file)))
        .findFirst();
  }

  /** The other proxy, on a port and in a folder of its own. */
  private record Beside(Process process, URI address) implements AutoCloseable {

    static Beside start(String program, RunningPlatform platform) throws InterruptedException {
      try {
        Path folder =
            Files.createTempDirectory(
                "nginx",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve("gateway.pem"), identity(platform));
        int port = freePort();
        String service = URI.create(platform.urlOf("referral-service")).getAuthority();
        Path file = folder.resolve("nginx.conf");
        Files.writeString(
            file,
            """
            daemon off;
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log warn;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              keepalive_requests 1000000;
              upstream service { server %2$s; keepalive 64; keepalive_requests 1000000; }
              server {
                listen 127.0.0.1:%3$d;
                location / {
                  proxy_pass https://service;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_ssl_certificate %1$s/gateway.pem;
                  proxy_ssl_certificate_key %1$s/gateway.pem;
                  proxy_ssl_protocols TLSv1.3;
                  proxy_ssl_session_reuse on;
                }
              }
            }
            """
                .formatted(folder, service, port));
        Process process =
            new ProcessBuilder(program, "-p", folder.toString(), "-c", file.toString())
                .inheritIO()
                .start();
        TimeUnit.SECONDS.sleep(1);
        return new Beside(process, URI.create("http://127.0.0.1:" + port));
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException("nginx does not start", e);
      }
    }

    /** The certificate that services ask the gateway for, and its key, as nginx wants them. */
    private static String identity(RunningPlatform platform)
        throws IOException, GeneralSecurityException {
      Map<String, String> gateway = platform.certificates().ofGateway();
      char[] password =
          gateway.getOrDefault("QUARKUS_TLS_SERVICES_KEY_STORE_P12_PASSWORD", "").toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream content =
          Files.newInputStream(
              Path.of(gateway.getOrDefault("QUARKUS_TLS_SERVICES_KEY_STORE_P12_PATH", "")))) {
        store.load(content, password);
      }
      String alias = Collections.list(store.aliases()).getFirst();
      StringBuilder pem = new StringBuilder();
      pem.append(
          pem("PRIVATE KEY", Objects.requireNonNull(store.getKey(alias, password)).getEncoded()));
      for (var certificate : Objects.requireNonNull(store.getCertificateChain(alias))) {
        pem.append(pem("CERTIFICATE", certificate.getEncoded()));
      }
      return pem.toString();
    }

    private static String pem(String what, byte[] content) {
      byte[] lineFeed = "\n".getBytes(StandardCharsets.US_ASCII);
      String text = Base64.getMimeEncoder(64, lineFeed).encodeToString(content);
      return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, text);
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    @Override
    public void close() {
      process.destroy();
      Process _ = process.onExit().join();
    }
  }
}
