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

  /** Of a case in a query: no declared conflict of the reader, who is its second parameter. */
  public static final String WITHOUT_CONFLICT_OF_2 =
      """
      referralId not in (select c.referralId from DeclaredConflict c
                         where c.worker = ?2 and c.withdrawnAt is null)\
      """;

  /** The whole condition on a case in a query; the reader is its second parameter. */
  public static final String OPEN_TO_2 =
      WITHOUT_CONFLICT_OF_2
          + """
           and (boroughCode is null
               or boroughCode not in (select m.boroughCode from TeamMember m where m.leftAt is null)
               or boroughCode in (select m.boroughCode from TeamMember m
                                  where m.leftAt is null and m.worker = ?2))\
          """;

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
