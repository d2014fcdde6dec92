package org.crossborough.safety.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.crossborough.chassis.idempotency.Concealed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text about a survivor. Its string form is always the same, so that no log, exception or
 * serialiser can give it away; {@link Disclosed} is the one way into an answer.
 */
@Schema(type = SchemaType.STRING)
public final class Secret implements Concealed {

  private static final String STRING_FORM = "[secret]";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Takes a text into custody. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Secret of(String value) {
    return new Secret(value);
  }

  @Override
  public String reveal() {
    return value;
  }

  /** Whether there is nothing but white space in it. */
  public boolean isBlank() {
    return value.isBlank();
  }

  /** How many characters it has. */
  public int length() {
    return value.length();
  }

  @Override
  @JsonValue
  public String toString() {
    return STRING_FORM;
  }
}
