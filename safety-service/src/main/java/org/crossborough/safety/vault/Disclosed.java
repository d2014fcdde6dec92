package org.crossborough.safety.vault;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes a {@link Secret} in clear, where a view says so and its reading has been audited. */
public final class Disclosed extends JsonSerializer<Secret> {

  @Override
  public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(secret.reveal());
  }
}
