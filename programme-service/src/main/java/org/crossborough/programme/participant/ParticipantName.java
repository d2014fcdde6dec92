package org.crossborough.programme.participant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a man is called. */
@Schema(name = "ParticipantName")
public record ParticipantName(String givenName, String familyName) {}
