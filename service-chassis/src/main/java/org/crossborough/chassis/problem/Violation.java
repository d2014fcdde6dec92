package org.crossborough.chassis.problem;

/**
 * One field at fault.
 *
 * @param field the path of the field in the request, such as {@code client.postcode}
 * @param code what is wrong with it, stable for programs
 * @param message the same for people
 */
public record Violation(String field, String code, String message) {}
