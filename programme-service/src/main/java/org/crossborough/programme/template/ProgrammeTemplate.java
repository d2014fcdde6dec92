package org.crossborough.programme.template;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme as designed. A published version never changes: a run keeps the design it began with.
 *
 * @param form how it is delivered, such as whole days or weekly evenings
 * @param plannedMinutes of all sessions together
 * @param minimumCountableMinutes what completion takes, in minutes of violence work
 */
@Schema(name = "ProgrammeTemplate")
public record ProgrammeTemplate(
    String code,
    int version,
    String title,
    String form,
    int plannedSessions,
    int plannedMinutes,
    int minimumCountableMinutes,
    List<String> moduleCodes) {}
