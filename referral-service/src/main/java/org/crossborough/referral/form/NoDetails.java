package org.crossborough.referral.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a move that needs no details: an empty object. */
@Schema(examples = "{}")
public record NoDetails() {}
