package org.crossborough.safety.children;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.request.HeldAboutHer;
import org.crossborough.safety.vault.PersonalKey;

/** Her children in her copy, and that those who protect children were told. */
@ApplicationScoped
class HeldChildren implements HeldAboutHer {

  private final Children children;
  private final SafeguardingReferrals referrals;

  HeldChildren(Children children, SafeguardingReferrals referrals) {
    this.children = children;
    this.referrals = referrals;
  }

  /** Both parts as she is given them; why others were told is about the children. */
  record Held(
      List<ChildrenResource.ChildView> children,
      List<SafeguardingResource.Brief> safeguardingReferrals) {}

  @Override
  public String section() {
    return "children";
  }

  @Override
  public Held of(UUID caseId, UUID personId, PersonalKey key) {
    return new Held(
        children.of(caseId).stream().map(child -> child.open(key)).toList(),
        referrals.ever(caseId).stream().map(SafeguardingReferral::brief).toList());
  }
}
