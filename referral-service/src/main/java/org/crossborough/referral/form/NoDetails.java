package org.crossborough.referral.form;

/** The body of a move that needs no details: an empty object. */
public record NoDetails() {}
