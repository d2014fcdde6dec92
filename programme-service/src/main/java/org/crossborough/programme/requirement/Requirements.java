package org.crossborough.programme.requirement;

import java.util.SortedSet;
import org.crossborough.programme.template.AbsencePolicy;

/**
 * What one run's design asks of the men on it.
 *
 * @param minimumCountableMinutes of violence work, in minutes
 * @param mandatoryModules codes that each man must cover or make up
 * @param individualSessionsCount whether minutes alone with a facilitator before the group count
 * @param recordedReviews whether completion needs the end review and the request for the exit TOP
 *     on record, not only said
 * @param laterSessionsFromPercent the share of the sessions after which milestones are expected
 */
public record Requirements(
    int minimumCountableMinutes,
    SortedSet<String> mandatoryModules,
    AbsencePolicy absencePolicy,
    boolean individualSessionsCount,
    boolean recordedReviews,
    int laterSessionsFromPercent) {}
