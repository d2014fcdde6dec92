package org.crossborough.safety.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value belongs; part of what the seal covers, so that a value moved to another
 * person, field or version no longer opens.
 *
 * @param name the field, with the row's own id where a person has several
 * @param version counts the values this field has had
 */
public record SealedField(String name, int version) {

  byte[] associatedData(UUID personId) {
    byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES + encoded.length)
        .putLong(personId.getMostSignificantBits())
        .putLong(personId.getLeastSignificantBits())
        .putInt(version)
        .put(encoded)
        .array();
  }
}
