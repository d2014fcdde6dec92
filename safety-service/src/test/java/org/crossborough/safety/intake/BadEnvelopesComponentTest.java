package org.crossborough.safety.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.handOver;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.SealedEnvelope.around;
import static org.crossborough.safety.driver.SealedEnvelope.padded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadEnvelopesComponentTest {

  private static final String SOMEBODY = person("Example Person", "020 7946 0003", "UNKNOWN");

  @Test
  void every_bad_envelope_gets_the_same_answer_byte_for_byte() throws Exception {
    Set<String> answers = new TreeSet<>();

    for (Map.Entry<String, String> bad : badEnvelopes().entrySet()) {
      Response answer = handOver(ISLINGTON_SYSTEM, bad.getValue());
      assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(400);
      String correlation = answer.header("X-Correlation-ID");
      answers.add(answer.asString().replace(correlation, "…"));
    }

    assertThat(answers).singleElement().asString().contains("/problems/intake/unreadable-envelope");
  }

  private static Map<String, String> badEnvelopes() throws JoseException {
    UUID id = UUID.randomUUID();
    String good = details(id, SOMEBODY);
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("no envelope at all", good);
    bad.put("five empty parts", "....");
    bad.put("a part too few", around(good).substring(0, around(good).lastIndexOf('.')));
    bad.put("a changed tag", around(good).replaceFirst("....$", "AAAA"));
    bad.put("an unknown key id", around(padded(good), it -> it.setKeyIdHeaderValue("another")));
    bad.put("another's key", sealedToAnotherKey(good));
    bad.put(
        "another content cipher",
        around(
            padded(good),
            it ->
                it.setEncryptionMethodHeaderParameter(
                    ContentEncryptionAlgorithmIdentifiers.AES_128_GCM)));
    bad.put(
        "compressed", around(padded(good), it -> it.setCompressionAlgorithmHeaderParameter("DEF")));
    bad.put("not padded", around(good.getBytes(StandardCharsets.UTF_8), it -> {}));
    bad.put("nothing in it", around(new byte[0], it -> {}));
    bad.put("only padding", around(""));
    bad.put("not JSON", around("{\"referralId\":"));
    bad.put("two documents", around(good + good));
    bad.put("an unknown field", around(good.replaceFirst("\\{", "{\"colour\":1,")));
    bad.put("a field twice", around(good.replaceFirst("\\{", "{\"persons\":[],")));
    bad.put("no referral", around("{\"persons\":[" + SOMEBODY + "]}"));
    bad.put("nobody", around(details(id)));
    bad.put("somebody who is null", around(details(id, "null")));
    bad.put("no name", around(details(id, person(" ", "020 7946 0003", "UNKNOWN"))));
    bad.put("a name without end", around(details(id, person("x".repeat(301), "1", "UNKNOWN"))));
    bad.put("no way to reach her", around(details(id, SOMEBODY.replaceFirst("\\[.*]", "[]"))));
    bad.put("an unknown code", around(details(id, person("Example", "1", "PERHAPS"))));
    bad.put("a code as a number", around(details(id, SOMEBODY.replace("\"UNKNOWN\"", "2"))));
    bad.put("no borough", around(details(id, SOMEBODY.replace("E09000019", "Islington"))));
    return bad;
  }

  private static String sealedToAnotherKey(String content) throws JoseException {
    var another = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    return around(padded(content), it -> it.setKey(another.getPublicKey()));
  }
}
