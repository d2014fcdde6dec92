package org.crossborough.safety.casebook;

import java.util.UUID;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.vault.PersonalKey;

/** A case that may be worked on, with the key of the person it is about. */
public record OpenCase(SurvivorCases.Known survivorCase, PersonalKey key) {

  /** The case's own number. */
  public UUID id() {
    return survivorCase.id();
  }
}
