package org.crossborough.safety.atrisk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.Vault;

/** The people at risk; whoever asks for one in clear must have had the asking audited. */
@ApplicationScoped
public class AtRiskPeople implements PanacheRepositoryBase<AtRiskPerson, UUID> {

  private final ContactPoints points;
  private final Vault vault;

  AtRiskPeople(ContactPoints points, Vault vault) {
    this.points = points;
    this.vault = vault;
  }

  /** Takes in one person of a hand-over, under a new key of her own. */
  public HandedOverPerson takeIn(UUID handoffId, int position, AtRiskDetails details) {
    UUID id = Ids.next();
    PersonalKey key = vault.newKey(id);
    persist(AtRiskPerson.sealed(id, handoffId, position, details, key));
    for (int i = 0; i < details.contactPoints().size(); i++) {
      points.persist(ContactPoint.sealed(id, i, details.contactPoints().get(i), key));
    }
    return new HandedOverPerson(id, details.boroughCode());
  }

  /** Who was in a hand-over. */
  public List<HandedOverPerson> of(UUID handoffId) {
    return list("handoffId = ?1 order by position", handoffId).stream()
        .map(person -> new HandedOverPerson(person.id(), person.boroughCode()))
        .toList();
  }

  /** A person in clear; empty once her key was destroyed. */
  public Optional<DisclosedPerson> disclose(UUID personId) {
    return vault.key(personId).map(key -> disclose(findById(personId), key));
  }

  /** A person's key; empty once it was destroyed. */
  public Optional<PersonalKey> key(UUID personId) {
    return vault.key(personId);
  }

  /** The times at which she may be contacted. */
  public SafeTimes safeTimes(UUID personId, PersonalKey key) {
    return findById(personId).safeTimes(key);
  }

  /** The contact points without what they are. */
  public List<PointMark> marks(UUID personId) {
    return points.of(personId).stream().map(ContactPoint::mark).toList();
  }

  /** Makes contact points unsafe at once. */
  public void becomeUnsafe(Collection<UUID> pointIds) {
    pointIds.forEach(id -> points.findById(id).becomeUnsafe());
  }

  private DisclosedPerson disclose(AtRiskPerson person, PersonalKey key) {
    return new DisclosedPerson(
        person.relationship(key),
        person.name(key),
        points.of(person.id()).stream()
            .map(point -> new DisclosedPerson.Point(point.mark(), point.value(key)))
            .toList(),
        person.safeTimes(key));
  }
}
