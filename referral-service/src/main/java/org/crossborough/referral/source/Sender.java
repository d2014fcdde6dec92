package org.crossborough.referral.source;

import org.jspecify.annotations.Nullable;

/**
 * The system or front end a referral comes through.
 *
 * @param client its name with the identity provider
 * @param borough the one borough it speaks for; null for none, which may not refer
 */
public record Sender(String client, @Nullable String borough) {}
