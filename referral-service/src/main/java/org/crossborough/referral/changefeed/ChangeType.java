package org.crossborough.referral.changefeed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a referral, by the name that feeds and webhooks call it. */
@Schema(
    enumeration = {
      "referral.received",
      "referral.status_changed",
      "referral.amended",
      "referral.handed_over"
    })
public enum ChangeType {
  /** It came in. */
  RECEIVED("referral.received"),
  /** It moved; the service's own status changed, the borough's word for it perhaps not. */
  STATUS_CHANGED("referral.status_changed"),
  /** What the borough sent was corrected. */
  AMENDED("referral.amended"),
  /** The receipt for details of people at risk came. */
  HANDED_OVER("referral.handed_over");

  private final String wireName;

  ChangeType(String wireName) {
    this.wireName = wireName;
  }

  /** The name outside. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * The type of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static ChangeType named(String wireName) {
    return Arrays.stream(values())
        .filter(type -> type.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No type of change"));
  }
}
