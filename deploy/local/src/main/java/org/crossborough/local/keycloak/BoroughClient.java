package org.crossborough.local.keycloak;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crossborough.local.state.StateFolder;

/**
 * A borough's referral system as the identity provider knows it: it proves who it is with a key of
 * its own (RFC 7523, {@code private_key_jwt}), and its tokens name its borough. There is no secret
 * that two sides would have to keep.
 *
 * @param id {@code borough-} and the name, in lower case
 * @param gss the borough's GSS code, {@code E09000019} for instance
 */
public record BoroughClient(String id, String gss) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{1,40}");
  private static final Pattern GSS = Pattern.compile("E09[0-9]{6}");
  private static final String ALGORITHM = "ES256";
  private static final String KEY_ID = "1";
  private static final int COORDINATE_BYTES = 32;
  private static final int ASSERTION_SECONDS = 60;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /**
   * The client of a borough's system.
   *
   * @throws IllegalArgumentException when the name or the code is none
   */
  public static BoroughClient named(String name, String gss) {
    if (!NAME.matcher(name).matches() || !GSS.matcher(gss).matches()) {
      throw new IllegalArgumentException(
          "A borough is a name in small letters and a GSS code, such as islington E09000019");
    }
    return new BoroughClient("borough-" + name, gss);
  }

  /** Makes a key pair, tells the provider the public half, and keeps the other in the state. */
  public Path onboard(StateFolder state, KeycloakAdmin admin) {
    KeyPair keys = generated();
    Path file = keyFile(state);
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    admin.addMachine(representation((ECPublicKey) keys.getPublic()), "borough-system");
    state.writePrivately(file, pem);
    return file;
  }

  /** What the borough's system sends to the token endpoint in place of a secret; good for once. */
  public String assertion(StateFolder state, String issuer, Instant now) {
    String header = "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(ALGORITHM, KEY_ID);
    String claims =
        "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
            .formatted(
                id,
                issuer,
                UUID.randomUUID(),
                now.getEpochSecond(),
                now.getEpochSecond() + ASSERTION_SECONDS);
    String signed = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(kept(state));
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private PrivateKey kept(StateFolder state) throws GeneralSecurityException {
    try {
      String pem = Files.readString(keyFile(state)).replaceAll("-----[^-]+-----|\\s", "");
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The client of that id, if this platform has its key. */
  public static Optional<BoroughClient> kept(String id, StateFolder state) {
    BoroughClient client = new BoroughClient(id, "");
    return NAME.matcher(id).matches() && Files.exists(client.keyFile(state))
        ? Optional.of(client)
        : Optional.empty();
  }

  private Path keyFile(StateFolder state) {
    return state.privateFolder("clients").resolve(id + ".pem");
  }

  private static KeyPair generated() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode representation(ECPublicKey key) {
    ObjectNode client = JSON.createObjectNode();
    client.put("clientId", id).put("name", "Referral system of " + gss).put("enabled", true);
    client.put("protocol", "openid-connect").put("publicClient", false);
    client.put("clientAuthenticatorType", "client-jwt");
    client.put("standardFlowEnabled", false).put("implicitFlowEnabled", false);
    client.put("directAccessGrantsEnabled", false).put("serviceAccountsEnabled", true);
    client.put("fullScopeAllowed", true);
    for (String scope : new String[] {"basic", "acr", "roles", "programme-side"}) {
      client.withArray("defaultClientScopes").add(scope);
    }
    client.putArray("optionalClientScopes");
    client
        .putObject("attributes")
        .put("token.endpoint.auth.signing.alg", ALGORITHM)
        .put("use.jwks.string", "true")
        .put("jwks.string", keySet(key));
    ObjectNode mapper = client.putArray("protocolMappers").addObject();
    mapper.put("name", "borough").put("protocol", "openid-connect");
    mapper.put("protocolMapper", "oidc-hardcoded-claim-mapper");
    mapper
        .putObject("config")
        .put("claim.name", "borough")
        .put("claim.value", gss)
        .put("jsonType.label", "String")
        .put("access.token.claim", "true")
        .put("id.token.claim", "false")
        .put("introspection.token.claim", "true");
    return client;
  }

  private static String keySet(ECPublicKey key) {
    ObjectNode set = JSON.createObjectNode();
    ObjectNode jwk = set.putArray("keys").addObject();
    jwk.put("kty", "EC").put("crv", "P-256").put("use", "sig").put("alg", ALGORITHM);
    jwk.put("x", coordinate(key.getW().getAffineX())).put("y", coordinate(key.getW().getAffineY()));
    jwk.put("kid", KEY_ID);
    return set.toString();
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return BASE64.encodeToString(fixed);
  }
}
