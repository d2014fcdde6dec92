package org.crossborough.safety.letter;

import org.crossborough.safety.vault.Secret;

/** A message to a survivor, rendered for one recipient and for nobody else. */
record SurvivorMessage(SurvivorRecipient recipient, Secret text) {}
