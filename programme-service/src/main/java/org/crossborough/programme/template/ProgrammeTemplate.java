package org.crossborough.programme.template;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a programme as designed. A published version never changes: a run keeps the design
 * it began with, and whoever wants another publishes the next version.
 *
 * @param weeks from the first session to the last when nothing is moved
 * @param plannedMinutes of all sessions together, without breaks
 * @param countableMinutes the share of them that is violence work; absent where the version has no
 *     plan of sessions
 * @param minimumCountableMinutes what completion takes, in minutes of violence work
 * @param mandatoryModuleCodes what a man must have covered or made up to complete
 * @param individualSessionsCount whether minutes alone with a facilitator before the group count
 *     towards the minimum
 * @param recordedReviews whether completion takes the end review and the request for the exit TOP
 *     on record; a version that does not say so asks for neither
 * @param sessions the plan; empty in a version whose runs bring their own sessions
 */
@Schema(name = "ProgrammeTemplate")
public record ProgrammeTemplate(
    String code,
    int version,
    String title,
    GroupType groupType,
    ProgrammeForm form,
    int weeks,
    int plannedSessions,
    int plannedMinutes,
    @Nullable Integer countableMinutes,
    int minimumCountableMinutes,
    List<String> moduleCodes,
    List<String> mandatoryModuleCodes,
    AbsencePolicy absencePolicy,
    boolean individualSessionsCount,
    boolean recordedReviews,
    List<TemplateSession> sessions) {}
