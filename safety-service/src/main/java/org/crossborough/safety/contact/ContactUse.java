package org.crossborough.safety.contact;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crossborough.safety.atrisk.ContactPointType;

/** What is done with a way to reach her; one channel can be used in safer and less safe ways. */
public enum ContactUse {
  CALL(ContactPointType.PHONE),
  VOICEMAIL(ContactPointType.PHONE),
  TEXT(ContactPointType.SMS, ContactPointType.PHONE),
  EMAIL(ContactPointType.EMAIL),
  LETTER(ContactPointType.POST),
  VIDEO(ContactPointType.EMAIL),
  VIA_PROFESSIONAL(ContactPointType.THIRD_PARTY),
  IN_PERSON;

  private static final Set<ContactUse> LEAVING_A_TRACE = EnumSet.of(VOICEMAIL, TEXT, EMAIL, LETTER);

  private final Set<ContactPointType> points;

  ContactUse(ContactPointType... points) {
    this.points = Set.of(points);
  }

  /** What an attempt did. */
  static ContactUse of(ContactChannel channel, ContactOutcome outcome) {
    if (outcome == ContactOutcome.VOICEMAIL_LEFT) {
      return VOICEMAIL;
    }
    return switch (channel) {
      case PHONE -> CALL;
      case SMS -> TEXT;
      case EMAIL -> EMAIL;
      case LETTER -> LETTER;
      case IN_PERSON -> IN_PERSON;
      case VIDEO -> VIDEO;
      case VIA_PROFESSIONAL -> VIA_PROFESSIONAL;
    };
  }

  /** What can be done with a point of a kind. */
  static List<ContactUse> with(ContactPointType type) {
    return Arrays.stream(values()).filter(use -> use.points.contains(type)).toList();
  }

  /** Whether he could find it afterwards. */
  boolean leavesTrace() {
    return LEAVING_A_TRACE.contains(this);
  }
}
