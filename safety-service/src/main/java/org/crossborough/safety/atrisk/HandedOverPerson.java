package org.crossborough.safety.atrisk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a hand-over, as far as opening a case needs to know her.
 *
 * @param boroughCode her own borough, which may differ from the man's
 */
public record HandedOverPerson(UUID personId, @Nullable String boroughCode) {}
