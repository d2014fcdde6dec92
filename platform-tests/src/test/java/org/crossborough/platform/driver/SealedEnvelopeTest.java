package org.crossborough.platform.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class SealedEnvelopeTest {

  @Test
  void only_the_holder_of_the_key_reads_what_was_sealed() throws JoseException {
    EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("intake-1");
    String published = new JsonWebKeySet(key).toJson();

    String sealed = SealedEnvelope.seal(Map.of("referralId", "r-1"), published);

    JsonWebEncryption opened = new JsonWebEncryption();
    opened.setCompactSerialization(sealed);
    opened.setKey(key.getPrivateKey());
    assertThat(opened.getPlaintextString().stripTrailing()).isEqualTo("{\"referralId\":\"r-1\"}");
    assertThat(opened.getKeyIdHeaderValue()).isEqualTo("intake-1");
    assertThat(sealed).doesNotContain("r-1");
  }

  @Test
  void every_content_is_padded_to_whole_blocks() {
    assertThat(SealedEnvelope.padded(text(1))).hasSize(4096);
    assertThat(SealedEnvelope.padded(text(4096))).hasSize(4096);
    assertThat(SealedEnvelope.padded(text(4097))).hasSize(8192).endsWith((byte) ' ');
  }

  private static byte[] text(int length) {
    return "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
  }
}
