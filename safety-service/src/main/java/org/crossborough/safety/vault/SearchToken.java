package org.crossborough.safety.vault;

/**
 * What a person is found by instead of her name or number.
 *
 * @param value what a keyed hash made of it
 * @param generation how many times the key of the hash had been changed by then
 */
public record SearchToken(byte[] value, int generation) {}
