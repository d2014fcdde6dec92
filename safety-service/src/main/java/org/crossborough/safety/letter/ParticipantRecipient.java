package org.crossborough.safety.letter;

import java.util.UUID;
import org.crossborough.safety.participant.ParticipantName;

/** The man as somebody to write to: by his referral, whose keepers alone know where he lives. */
record ParticipantRecipient(UUID referralId, ParticipantName name) {}
