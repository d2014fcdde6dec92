package org.crossborough.programme.reconciliation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The minutes kept with an enrolment beside those rebuilt from its logs.
 *
 * @param repaired the kept ones were wrong and are now the rebuilt ones
 */
@Schema(name = "MinutesCheck")
record MinutesCheck(
    UUID enrolmentId,
    int keptAttendedMinutes,
    int keptCountableMinutes,
    int rebuiltAttendedMinutes,
    int rebuiltCountableMinutes,
    boolean repaired) {}
