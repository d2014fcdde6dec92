package org.crossborough.chassis.http;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** A place in a list that is ordered by id, newest first; opaque to callers. */
public final class Cursor {

  private static final byte FORMAT = 1;
  private static final UUID NEWEST = new UUID(-1L, -1L);

  private Cursor() {}

  /** The text a caller hands back to go on after {@code id}. */
  public static String after(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(17).put(FORMAT);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The id that everything on the page must be below; the highest possible one at the start.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the text was not made by {@link
   *     #after}
   */
  public static UUID before(@Nullable String cursor) {
    if (cursor == null) {
      return NEWEST;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == 17 && bytes.get() == FORMAT) {
        return new UUID(bytes.getLong(), bytes.getLong());
      }
    } catch (IllegalArgumentException notBase64) {
      // Answered below like any other text that is not ours.
    }
    throw RequestProblem.INVALID_CURSOR.because("Use a cursor exactly as it was returned.");
  }
}
