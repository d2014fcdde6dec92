package org.crossborough.programme.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.programme.session.RegisterSheet;
import org.crossborough.programme.staff.Act;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A register that came in under an id of the device's own. */
@Entity
@Immutable
@Table(name = "register_submission")
class RegisterSubmission {

  @Id private UUID id;
  private UUID sessionId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  private String boroughCode;

  private byte[] content;

  // The three that follow are kept for whoever asks the table.
  @SuppressWarnings("UnusedVariable")
  private @Nullable Instant takenAt;

  @SuppressWarnings("UnusedVariable")
  private Instant receivedAt;

  @SuppressWarnings("UnusedVariable")
  private String receivedBy;

  private RegisterSubmission() {}

  static RegisterSubmission of(UUID id, Register register, RegisterSheet session, Act act) {
    RegisterSubmission submission = new RegisterSubmission();
    submission.id = id;
    submission.sessionId = session.sessionId();
    submission.boroughCode = session.boroughCode();
    submission.content = digest(register);
    submission.takenAt = register.takenAt();
    submission.receivedAt = act.at();
    submission.receivedBy = act.by();
    return submission;
  }

  /** Whether it was this register, for this session, that the id was given to. */
  boolean isOf(Register register, RegisterSheet session) {
    return sessionId.equals(session.sessionId())
        && MessageDigest.isEqual(content, digest(register));
  }

  private static byte[] digest(Register register) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(register.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
    }
  }
}
