package org.crossborough.safety.request;

import java.util.UUID;
import org.crossborough.safety.vault.PersonalKey;

/**
 * What a feature holds about a survivor, as she is given it when she asks. A bean per feature; a
 * table that no bean answers for fails {@code HeldAboutHerComponentTest}.
 */
public interface HeldAboutHer {

  /** The name of the part in her copy. */
  String section();

  /**
   * All that is held, in records; nothing about anybody else beyond what she gave herself, and
   * nothing about him that she did not.
   */
  Object of(UUID caseId, UUID personId, PersonalKey key);
}
