// Seals at-risk details: java Seal.java <address of the platform> < details.json > envelope.jose
// Needs nothing but Java 17. JWE (RFC 7516) with ECDH-ES+A256KW and A256GCM (RFC 7518).
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class Seal {

  public static void main(String[] arguments) throws Exception {
    // 1. The first published key is the one to seal to. Fetch it each time: keys change.
    var request = HttpRequest.newBuilder(URI.create(arguments[0] + "/v1/at-risk-details/keys"));
    String keys =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
    String key = keys.substring(keys.indexOf('[') + 1, keys.indexOf('}'));

    // 2. Spaces at the end, up to a multiple of 4096 bytes, so that the length tells nothing.
    byte[] details = System.in.readAllBytes();
    byte[] padded = Arrays.copyOf(details, (details.length / 4096 + 1) * 4096);
    Arrays.fill(padded, details.length, padded.length, (byte) ' ');

    // 3. A key pair for this envelope alone, and from it the key that wraps (RFC 7518, 4.6.2).
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = pairs.generateKeyPair();
    ECPublicKey own = (ECPublicKey) pair.getPublic();
    ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(pair.getPrivate());
    agreement.doPhase(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, own.getParams())),
        true);
    byte[] algorithm = "ECDH-ES+A256KW".getBytes(StandardCharsets.US_ASCII);
    MessageDigest derived = MessageDigest.getInstance("SHA-256");
    derived.update(four(1));
    derived.update(agreement.generateSecret());
    derived.update(four(algorithm.length));
    derived.update(algorithm);
    derived.update(four(0));
    derived.update(four(0));
    derived.update(four(256));
    SecretKeySpec wrapping = new SecretKeySpec(derived.digest(), "AES");

    // 4. A key for the content, wrapped, and the content under it. The header is covered too.
    KeyGenerator contentKeys = KeyGenerator.getInstance("AES");
    contentKeys.init(256);
    SecretKey contentKey = contentKeys.generateKey();
    Cipher wrap = Cipher.getInstance("AESWrap");
    wrap.init(Cipher.WRAP_MODE, wrapping);
    byte[] wrapped = wrap.wrap(contentKey);
    String header =
        base64(
            """
            {"alg":"ECDH-ES+A256KW","enc":"A256GCM","kid":"%s",\
            "epk":{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}}\
            """
                .formatted(
                    text(key, "kid"),
                    base64(bytes(own.getW().getAffineX())),
                    base64(bytes(own.getW().getAffineY())))
                .getBytes(StandardCharsets.UTF_8));
    byte[] nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, contentKey, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
    byte[] sealed = cipher.doFinal(padded);
    byte[] tag = Arrays.copyOfRange(sealed, sealed.length - 16, sealed.length);
    byte[] content = Arrays.copyOf(sealed, sealed.length - 16);

    // 5. Five parts with dots between them. Post them as application/jose.
    System.out.print(
        String.join(".", header, base64(wrapped), base64(nonce), base64(content), base64(tag)));
  }

  private static String text(String key, String field) {
    Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"").matcher(key);
    if (!found.find()) {
      throw new IllegalStateException("The published key has no " + field);
    }
    return found.group(1);
  }

  private static BigInteger number(String key, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(text(key, field)));
  }

  private static byte[] bytes(BigInteger coordinate) {
    byte[] all = coordinate.toByteArray();
    byte[] bytes = new byte[32];
    int length = Math.min(all.length, 32);
    System.arraycopy(all, all.length - length, bytes, 32 - length, length);
    return bytes;
  }

  private static byte[] four(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
