package org.crossborough.platform.driver;

/** What happened at a session for one man. */
public record RegisterEntry(String enrolmentId, String code, int attendedMinutes) {}
