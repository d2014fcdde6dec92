package org.crossborough.referral.duplicate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.crossborough.referral.person.NormalisedName;
import org.jspecify.annotations.Nullable;

/**
 * A man's tokens under one key (HMAC-SHA-256). Without the key a token says nothing, not even to
 * somebody who guesses names and birthdays; with another key it is another token.
 */
final class PersonTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_KEY_CHARACTERS = 32;
  private static final int SOUND_LENGTH = 8;
  // Between fields, so that no two men can be told the same way; no normalised name has it.
  private static final char END = '\u0000';

  /** What tokens are made of. */
  record Man(
      String givenName, String familyName, LocalDate dateOfBirth, @Nullable String nhsNumber) {}

  private final SecretKeySpec key;
  private final DoubleMetaphone sound = new DoubleMetaphone();

  /**
   * Takes a key.
   *
   * @throws IllegalArgumentException when it is too short to keep anything secret
   */
  PersonTokens(String secret) {
    if (secret.length() < LEAST_KEY_CHARACTERS) {
      throw new IllegalArgumentException("A matching key has at least 32 characters");
    }
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    sound.setMaxCodeLen(SOUND_LENGTH);
  }

  /**
   * His tokens; one for the NHS number only when it is known, one for the sound only if there is
   * one.
   */
  Map<TokenKind, byte[]> of(Man man) {
    String given = NormalisedName.of(man.givenName);
    String family = NormalisedName.of(man.familyName);
    Map<TokenKind, byte[]> tokens = new EnumMap<>(TokenKind.class);
    tokens.put(
        TokenKind.NAME_AND_BIRTH,
        token(TokenKind.NAME_AND_BIRTH, given + END + family + END + man.dateOfBirth));
    if (man.nhsNumber != null) {
      tokens.put(TokenKind.NHS_NUMBER, token(TokenKind.NHS_NUMBER, man.nhsNumber));
    }
    String sounds = soundOf(family);
    if (!sounds.isEmpty() && !given.isEmpty()) {
      tokens.put(
          TokenKind.SOUND_AND_BIRTH,
          token(
              TokenKind.SOUND_AND_BIRTH,
              sounds + END + given.substring(0, 1) + END + man.dateOfBirth));
    }
    return tokens;
  }

  /** Of a family name of several words, all of them together: they are joined as often as not. */
  private String soundOf(String family) {
    String code = sound.doubleMetaphone(family.replace(" ", ""));
    return code == null ? "" : code;
  }

  private byte[] token(TokenKind kind, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((kind.name() + END + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
