package org.crossborough.platform.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;

/** Everything that was asked of the platform, and what is known of it; safe to write at once. */
public final class History {

  private final Map<String, Attempt> latest = new LinkedHashMap<>();
  private final Set<Complaint> complaints = new LinkedHashSet<>();

  /** Keeps an attempt; a later one under the same key takes its place. */
  public synchronized void keep(Attempt attempt) {
    if (attempt.outcome() == Outcome.WRONG) {
      complain(new Complaint(Complaint.Kind.WRONG_ANSWER, attempt.toString()));
    }
    latest.put(attempt.kind() + attempt.subject(), attempt);
  }

  /** Keeps what was seen wrong. */
  public synchronized void complain(Complaint complaint) {
    complaints.add(complaint);
  }

  /** What was seen wrong in the answers themselves. */
  public synchronized Set<Complaint> complaints() {
    return Set.copyOf(complaints);
  }

  /** The latest of each. */
  public synchronized List<Attempt> all() {
    return new ArrayList<>(latest.values());
  }

  /** What may have been done or not. */
  public List<Attempt> unknown() {
    return all().stream().filter(one -> one.outcome() == Outcome.UNKNOWN).toList();
  }

  /** What was answered so. */
  public List<Attempt> of(Kind kind, Outcome outcome) {
    return all().stream().filter(one -> one.is(kind, outcome)).toList();
  }

  /** How many were answered so. */
  public synchronized int count(Kind kind, Outcome outcome) {
    return Math.toIntExact(latest.values().stream().filter(one -> one.is(kind, outcome)).count());
  }

  /** The ids of what was acknowledged. */
  public Set<String> ids(Kind kind) {
    return of(kind, Outcome.OK).stream().map(Attempt::id).collect(Collectors.toSet());
  }

  /** The referrals about which something was acknowledged. */
  public Set<String> referrals(Kind kind) {
    return of(kind, Outcome.OK).stream().map(Attempt::referral).collect(Collectors.toSet());
  }
}
