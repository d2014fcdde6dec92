package org.crossborough.safety.letter;

/** A letter to the man, rendered for him and for nobody else. */
record ParticipantLetter(ParticipantRecipient recipient, String text) {}
