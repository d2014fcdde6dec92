package org.crossborough.safety.access;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request that needs none: an empty object, in which any field is one too many. */
@JsonSerialize // Says that an empty object is meant, where repeated requests are compared.
@Schema(examples = "{}")
public record NoDetails() {}
