package org.crossborough.safety.wall;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.breakglass.GlassBreakings;
import org.crossborough.safety.conflict.DeclaredConflicts;
import org.crossborough.safety.team.TeamMembers;
import org.jspecify.annotations.Nullable;

/**
 * Whether a worker may open a case. A declared conflict always stands; that a case is another
 * team's can be overcome by breaking glass. No role is exempt: a manager who must read a case joins
 * its team, which is written down.
 */
@ApplicationScoped
public class CaseWalls {

  /** The condition on a case in a query; the reader is its second parameter. */
  public static final String OPEN_TO_2 =
      """
      referralId not in (select c.referralId from DeclaredConflict c
                         where c.worker = ?2 and c.withdrawnAt is null)
      and (boroughCode is null
           or boroughCode not in (select m.boroughCode from TeamMember m where m.leftAt is null)
           or boroughCode in (select m.boroughCode from TeamMember m
                              where m.leftAt is null and m.worker = ?2))\
      """;

  private final CaseAudit audit;
  private final DeclaredConflicts conflicts;
  private final TeamMembers team;
  private final GlassBreakings glass;

  CaseWalls(CaseAudit audit, DeclaredConflicts conflicts, TeamMembers team, GlassBreakings glass) {
    this.audit = audit;
    this.conflicts = conflicts;
    this.team = team;
    this.glass = glass;
  }

  /** Whose reading a query is to be limited to. */
  public String reader() {
    return audit.actor();
  }

  /** Whether whoever is at work may open a case, breaking glass if she was allowed to. */
  public boolean letThrough(UUID caseId, UUID referralId, @Nullable String boroughCode) {
    String reader = reader();
    return !conflicts.standsBetween(reader, referralId)
        && (team.mayWork(reader, boroughCode) || glass.breakFor(reader, caseId));
  }
}
