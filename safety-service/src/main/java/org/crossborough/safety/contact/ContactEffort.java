package org.crossborough.safety.contact;

/**
 * How hard somebody was tried.
 *
 * @param days on how many different days
 * @param channels by how many different channels
 */
public record ContactEffort(int attempts, int days, int channels) {

  /** Whether it is at least as much as another. */
  public boolean reaches(ContactEffort other) {
    return attempts >= other.attempts && days >= other.days && channels >= other.channels;
  }
}
