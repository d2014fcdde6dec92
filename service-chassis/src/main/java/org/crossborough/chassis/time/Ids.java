package org.crossborough.chassis.time;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes identifiers that sort by their time of making (UUID version 7, RFC 9562). */
public final class Ids {

  private Ids() {}

  /** The next identifier. */
  public static UUID next() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }
}
