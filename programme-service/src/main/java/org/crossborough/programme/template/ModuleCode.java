package org.crossborough.programme.template;

/**
 * What parts of sessions are about; the same codes in every programme, so that coverage adds up.
 */
public enum ModuleCode {
  ENDING_VIOLENCE(Group.VIOLENCE),
  MASCULINITY(Group.VIOLENCE),
  SEXUAL_RESPECT(Group.VIOLENCE),
  INSTRUMENTAL_SYSTEMATIC_IPV(Group.VIOLENCE),
  INTIMACY(Group.VIOLENCE),
  SUBSTANCE_USE_AND_CONTROL(Group.VIOLENCE),
  POST_VIOLENCE_PARENTING(Group.CHILDREN),
  FEAR_SHAME_PARENTING(Group.CHILDREN),
  ATTACHMENT(Group.CHILDREN),
  POST_SEPARATION_ABUSE(Group.CHILDREN),
  LETTING_GO(Group.CHILDREN),
  STAYING_CHANGED(Group.VIOLENCE),
  /** Work on his own substance use, which is treatment and never violence work. */
  RECOVERY(Group.TREATMENT);

  /** What modules have in common. */
  public enum Group {
    VIOLENCE,
    /** The effects of his violence on children, and what follows for a father. */
    CHILDREN,
    TREATMENT
  }

  private final Group group;

  ModuleCode(Group group) {
    this.group = group;
  }

  /** The group it belongs to. */
  public Group group() {
    return group;
  }

  /** Whether its minutes may count towards violence hours. */
  public boolean mayCount() {
    return group != Group.TREATMENT;
  }
}
