package org.crossborough.safety.wall;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.breakglass.GlassBreakings;

/**
 * Whether a worker may open a case. A declared conflict always stands; that a case is another
 * team's can be overcome by breaking glass. No role is exempt: a manager who must read a case joins
 * its team, which is written down.
 */
@ApplicationScoped
public class CaseWalls {

  private static final String NO_CONFLICT =
      """
      %1$sreferralId not in (select c.referralId from DeclaredConflict c
                             where c.worker = %2$s and c.withdrawnAt is null)\
      """;
  private static final String TEAM =
      """
      (%1$sboroughCode is null
        or %1$sboroughCode not in (select m.boroughCode from TeamMember m where m.leftAt is null)
        or %1$sboroughCode in (select m.boroughCode from TeamMember m
                               where m.leftAt is null and m.worker = %2$s))\
      """;

  /** Of a case in a query: no declared conflict of the reader, who is its second parameter. */
  public static final String WITHOUT_CONFLICT_OF_2 = NO_CONFLICT.formatted("", "?2");

  /** The whole condition on a case in a query; the reader is its second parameter. */
  public static final String OPEN_TO_2 = WITHOUT_CONFLICT_OF_2 + " and " + TEAM.formatted("", "?2");

  /** The whole condition on what belongs to a case in a query; the reader is a parameter of it. */
  public static final String OF_A_CASE_OPEN_TO_READER =
      "caseId in (select s.id from SurvivorCase s where %s and %s)"
          .formatted(NO_CONFLICT.formatted("s.", ":reader"), TEAM.formatted("s.", ":reader"));

  private final CaseAudit audit;
  private final GlassBreakings glass;

  CaseWalls(CaseAudit audit, GlassBreakings glass) {
    this.audit = audit;
    this.glass = glass;
  }

  /** Whose reading a query is to be limited to. */
  public String reader() {
    return audit.actor();
  }

  /** Whether whoever is at work was allowed an emergency way to a case, which may not exist. */
  public boolean mayBreakGlass(UUID caseId) {
    return glass.isOpen(reader(), caseId);
  }

  /** Uses the emergency way, and has that written down; false when it is closed by now. */
  public boolean breakGlass(UUID caseId) {
    return glass.breakFor(reader(), caseId);
  }
}
