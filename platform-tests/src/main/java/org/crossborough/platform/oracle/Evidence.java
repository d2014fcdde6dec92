package org.crossborough.platform.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the platform holds once it is quiet.
 *
 * @param referrals the referral store itself
 * @param copies who else holds each referral, by the name of the store
 * @param screenings the screening store, and its copies by the name of the store
 * @param handOvers the hand-overs of the survivor side, one row each with its referral as content
 * @param receipts what the referral side was told of them, likewise
 * @param outboxes what each service recorded to tell, in its order
 * @param told what is on the topics, in the order of each partition
 * @param heard the events that each service has applied
 * @param parked how many events each service has put aside
 */
public record Evidence(
    List<StoredReferral> referrals,
    Map<String, List<Row>> copies,
    List<Row> screenings,
    Map<String, List<Row>> screeningCopies,
    List<Row> handOvers,
    List<Row> receipts,
    Map<String, List<Told>> outboxes,
    List<Told> told,
    Map<String, Set<String>> heard,
    Map<String, Integer> parked) {

  /** A referral where it lives. */
  public record StoredReferral(String id, String externalReference, String borough) {}

  /** A thing by its id, with what can be compared of it; empty when nothing can. */
  public record Row(String id, String content) {}

  /** An event as it was recorded, or as it is on a topic. */
  public record Told(String topic, String key, String eventId, String type) {}
}
