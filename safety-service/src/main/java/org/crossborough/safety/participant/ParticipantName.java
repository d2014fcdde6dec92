package org.crossborough.safety.participant;

/** The man's name. */
public record ParticipantName(String givenName, String familyName) {}
