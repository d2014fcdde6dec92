package org.crossborough.platform.faults;

import java.util.OptionalLong;
import java.util.Set;
import org.crossborough.platform.traffic.Complaint;

/**
 * What came of one round.
 *
 * @param acknowledged referrals in this round
 * @param unknown answers that had to be asked for again
 * @param firstSuccessMillis from the stroke to the first success of who needs that process
 * @param quietMillis from the end of the traffic until everything was sent and applied
 */
record Round(
    int number,
    Fault fault,
    int acknowledged,
    int unknown,
    OptionalLong firstSuccessMillis,
    long quietMillis,
    Set<Complaint> complaints) {

  boolean isWell() {
    return complaints.isEmpty();
  }
}
