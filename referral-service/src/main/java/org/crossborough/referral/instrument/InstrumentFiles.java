package org.crossborough.referral.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the definitions that are shipped, in {@code screening-instruments} on the class path. */
final class InstrumentFiles {

  /** A definition, and the SHA-256 of its content; layout and order of members do not count. */
  record Definition(Instrument instrument, String checksum) {}

  private static final String FOLDER = "/screening-instruments/";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private InstrumentFiles() {}

  /** Every shipped definition; {@code index.txt} names their files, since a jar lists none. */
  static List<Definition> shipped() {
    return text("index.txt").lines().map(name -> parse(name, text(name))).toList();
  }

  /**
   * The definition in a text.
   *
   * @throws IllegalStateException when it is none, saying why
   */
  static Definition parse(String name, String text) {
    Instrument instrument;
    String checksum;
    try {
      instrument = JSON.readValue(text, Instrument.class);
      checksum = checksum(JSON.readTree(text));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "Screening instrument %s: %s".formatted(name, unreadable.getOriginalMessage()),
          unreadable);
    }
    List<String> faults = InstrumentCheck.faults(instrument);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "Screening instrument %s: %s".formatted(name, String.join("; ", faults)));
    }
    return new Definition(instrument, checksum);
  }

  private static String checksum(JsonNode content) throws JsonProcessingException {
    String canonical = JSON.writeValueAsString(JSON.treeToValue(content, Object.class));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(String name) {
    try (@Nullable InputStream file = InstrumentFiles.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("Screening instrument %s: no such file".formatted(name));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException("Screening instrument " + name, failure);
    }
  }
}
