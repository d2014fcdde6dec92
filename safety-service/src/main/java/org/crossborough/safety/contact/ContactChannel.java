package org.crossborough.safety.contact;

import java.util.Set;
import org.crossborough.safety.atrisk.ContactPointType;

/** How contact was tried, and which kinds of contact point that uses. */
public enum ContactChannel {
  PHONE(ContactPointType.PHONE),
  SMS(ContactPointType.SMS, ContactPointType.PHONE),
  EMAIL(ContactPointType.EMAIL),
  LETTER(ContactPointType.POST),
  IN_PERSON,
  VIDEO(ContactPointType.EMAIL),
  VIA_PROFESSIONAL(ContactPointType.THIRD_PARTY);

  private final Set<ContactPointType> points;

  ContactChannel(ContactPointType... points) {
    this.points = Set.of(points);
  }

  boolean uses(ContactPointType type) {
    return points.contains(type);
  }
}
