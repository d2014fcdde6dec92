package org.crossborough.outcomes.disclosure;

/**
 * Why a release was refused: a number that must stay in doubt would not.
 *
 * @param group whose number it is
 * @param bounds what a reader could work out
 * @param reason in words, for whoever has to decide what to leave out
 */
public record Finding(Group group, Bounds bounds, String reason) {}
