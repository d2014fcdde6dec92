package org.crossborough.local.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.StateFolder;

/**
 * The certificates of one platform, signed by an authority of its own that nobody else believes:
 * one for the gateway's door and one for the services. Towards the services the gateway has one
 * that it signed itself, and they let in nobody else: asked for a certificate signed by whoever is
 * trusted, it would find none among those of the authority. Made once, by the JDK's {@code
 * keytool}; the authority's key stays in the state folder.
 */
public final class Certificates {

  private static final String AUTHORITY = "authority";
  private static final String GATEWAY = "gateway";
  private static final String CALLER = "gateway-to-services";
  private static final String SERVICES = "services";
  private static final String TYPE = "PKCS12";
  private static final List<String> KEY =
      List.of("-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA");
  private static final String DAYS = "825";

  private final Path folder;
  private final String password;

  public Certificates(StateFolder state, Passwords passwords) {
    this.folder = state.privateFolder("certificates");
    this.password = passwords.ofCertificates();
  }

  /**
   * Makes them all unless they are all there: a folder that was left in the middle, or by a version
   * that needed fewer, has some that fit no others.
   */
  public void ensure() {
    if (files().allMatch(Files::exists)) {
      return;
    }
    clear();
    make(AUTHORITY, "bc:c=ca:true", "ku:c=keyCertSign,cRLSign");
    make(CALLER, "eku=clientAuth");
    make(GATEWAY, "san=dns:localhost,ip:127.0.0.1", "eku=serverAuth");
    make(SERVICES, "san=dns:localhost,ip:127.0.0.1", "eku=serverAuth,clientAuth");
    for (String name : List.of(CALLER, GATEWAY, SERVICES)) {
      keytool(
          "-importkeystore",
          "-srckeystore",
          all().toString(),
          "-srcalias",
          name,
          "-destkeystore",
          store(name).toString(),
          "-srcstorepass",
          password,
          "-deststorepass",
          password);
    }
    trust(AUTHORITY, gatewayTrust());
    trust(CALLER, servicesTrust());
  }

  private Stream<Path> files() {
    return Stream.concat(
        Stream.of(CALLER, GATEWAY, SERVICES).map(this::store),
        Stream.of(authority(), gatewayTrust(), servicesTrust()));
  }

  private void clear() {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(String name, String... extensions) {
    List<String> words = new ArrayList<>(List.of("-genkeypair", "-alias", name));
    words.addAll(KEY);
    words.addAll(List.of("-validity", DAYS, "-dname", "CN=Crossborough local " + name));
    if (!name.equals(AUTHORITY) && !name.equals(CALLER)) {
      words.addAll(List.of("-signer", AUTHORITY));
    }
    for (String extension : extensions) {
      words.addAll(List.of("-ext", extension));
    }
    words.addAll(List.of("-keystore", all().toString(), "-storepass", password));
    keytool(words.toArray(String[]::new));
  }

  private void trust(String name, Path store) {
    Path certificate = folder.resolve(name + ".pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        name,
        "-file",
        certificate.toString(),
        "-keystore",
        all().toString(),
        "-storepass",
        password);
    Path draft = store.resolveSibling(store.getFileName() + ".draft");
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        name,
        "-file",
        certificate.toString(),
        "-keystore",
        draft.toString(),
        "-storepass",
        password);
    try {
      Files.move(draft, store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keytool(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool " + words[0] + " failed: " + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The public door's own certificate. */
  public Map<String, String> ofDoor() {
    return Map.of(
        "QUARKUS_HTTP_TLS_CONFIGURATION_NAME",
        "door",
        "QUARKUS_TLS_DOOR_KEY_STORE_P12_PATH",
        store(GATEWAY).toString(),
        "QUARKUS_TLS_DOOR_KEY_STORE_P12_PASSWORD",
        password);
  }

  /** How the gateway shows itself to the services, and whom it believes to be one. */
  public Map<String, String> ofGateway() {
    return Map.of(
        "QUARKUS_TLS_SERVICES_KEY_STORE_P12_PATH",
        store(CALLER).toString(),
        "QUARKUS_TLS_SERVICES_KEY_STORE_P12_PASSWORD",
        password,
        "QUARKUS_TLS_SERVICES_TRUST_STORE_P12_PATH",
        gatewayTrust().toString(),
        "QUARKUS_TLS_SERVICES_TRUST_STORE_P12_PASSWORD",
        password);
  }

  /** How a service shows itself, and that it lets in the gateway and no other service. */
  public Map<String, String> ofServices() {
    return Map.of(
        "QUARKUS_HTTP_TLS_CONFIGURATION_NAME",
        "api",
        "QUARKUS_TLS_API_KEY_STORE_P12_PATH",
        store(SERVICES).toString(),
        "QUARKUS_TLS_API_KEY_STORE_P12_PASSWORD",
        password,
        "QUARKUS_TLS_API_TRUST_STORE_P12_PATH",
        servicesTrust().toString(),
        "QUARKUS_TLS_API_TRUST_STORE_P12_PASSWORD",
        password);
  }

  /** The authority's certificate in PEM, for {@code curl --cacert}. */
  public Path authority() {
    return folder.resolve(AUTHORITY + ".pem");
  }

  /** For a test that comes to a service as the gateway does. */
  public SSLContext asGateway() {
    return context(CALLER);
  }

  /** For a test that comes to a service as another service would. */
  public SSLContext asService() {
    return context(SERVICES);
  }

  private SSLContext context(String name) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(loaded(store(name)), password.toCharArray());
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(loaded(gatewayTrust()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore loaded(Path file) throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(TYPE);
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, password.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return store;
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private Path all() {
    return folder.resolve("all.p12");
  }

  private Path gatewayTrust() {
    return folder.resolve("gateway-trust.p12");
  }

  private Path servicesTrust() {
    return folder.resolve("services-trust.p12");
  }
}
