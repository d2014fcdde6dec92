package org.crossborough.chassis.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** Who did or saw what, to whom, why and with what outcome; sealed over the entry before it. */
record AuditEntry(
    long seq,
    Instant at,
    String actor,
    String action,
    String subject,
    String purpose,
    String outcome,
    String correlationId,
    byte[] previousHash) {

  static final byte[] BEFORE_THE_FIRST = new byte[32];

  /** The seal: every field with its length, so that no two entries can be told the same way. */
  byte[] hash() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(seq);
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      for (String text : new String[] {actor, action, subject, purpose, outcome, correlationId}) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
      out.write(previousHash);
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
