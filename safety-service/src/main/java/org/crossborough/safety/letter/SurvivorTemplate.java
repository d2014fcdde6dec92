package org.crossborough.safety.letter;

import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What can be written to a survivor. Nothing in it names the programme, him, or what it is about:
 * whoever else reads it learns that somebody wishes to be called.
 */
enum SurvivorTemplate {
  PLEASE_CALL("Hello, this is %s. Please call when it is a good time for you."),
  NEWS("Hello, this is %s. There is news for you; please call when it is a good time."),
  APPOINTMENT("Hello, this is %s. Please call about your appointment.");

  private static final String WITHOUT_A_NAME = "us";

  private final String text;

  SurvivorTemplate(String text) {
    this.text = text;
  }

  SurvivorMessage render(SurvivorRecipient recipient, @Nullable Secret introduceAs) {
    String sender = introduceAs == null ? WITHOUT_A_NAME : introduceAs.reveal();
    return new SurvivorMessage(recipient, Secret.of(text.formatted(sender)));
  }
}
