package org.crossborough.safety.atrisk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.blindindex.BlindIndex;
import org.crossborough.safety.blindindex.Findable;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.Secret;
import org.crossborough.safety.vault.Vault;
import org.jspecify.annotations.Nullable;

/** The people at risk; whoever asks for one in clear must have had the asking audited. */
@ApplicationScoped
public class AtRiskPeople implements PanacheRepositoryBase<AtRiskPerson, UUID> {

  /** What a contact point was marked as from a moment on. */
  public record PointChange(
      UUID pointId, Instant changedAt, String changedBy, PointMarks marks, boolean retired) {}

  /** A contact point that is or was hers. */
  public record HeldPoint(UUID id, ContactPointType type, Secret value, boolean retired) {}

  private static final int MOST_POINTS = 40;

  private final ContactPoints points;
  private final Vault vault;
  private final BlindIndex index;

  AtRiskPeople(ContactPoints points, Vault vault, BlindIndex index) {
    this.points = points;
    this.vault = vault;
    this.index = index;
  }

  /** Takes in one person of a hand-over, under a new key of her own. */
  public HandedOverPerson takeIn(UUID handoffId, int position, AtRiskDetails details) {
    return takeIn(handoffId, position, AtRiskDetails.Source.PERPETRATOR, details);
  }

  /** Takes in a person whom somebody named, with no hand-over by the other side. */
  public HandedOverPerson takeIn(AtRiskDetails.Source source, AtRiskDetails details) {
    return takeIn(null, 0, source, details);
  }

  private HandedOverPerson takeIn(
      @Nullable UUID handoffId, int position, AtRiskDetails.Source source, AtRiskDetails details) {
    UUID id = Ids.next();
    PersonalKey key = vault.newKey(id, index.tokens(terms(details)));
    persist(AtRiskPerson.sealed(id, handoffId, position, source, details, key));
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

  /** A person in clear, as she was taken in. */
  public DisclosedPerson disclose(UUID personId, PersonalKey key) {
    return disclose(findById(personId), key);
  }

  /** Makes her findable by a name she is known under, too. */
  public void mayBeFoundAs(UUID personId, Secret name) {
    index.add(personId, new BlindIndex.Term(Findable.NAME, name));
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

  /** Who told of her. */
  public AtRiskDetails.Source source(UUID personId) {
    return findById(personId).source();
  }

  /** Her borough as it was first told. */
  public @Nullable String boroughCode(UUID personId) {
    return findById(personId).boroughCode();
  }

  /** Makes contact points unsafe at once. */
  public void becomeUnsafe(Collection<UUID> pointIds, String by, Instant at) {
    pointIds.forEach(id -> keep(points.findById(id).becomeUnsafe(by, at)));
  }

  /** Adds a way to reach her; empty when there are too many already. */
  public Optional<UUID> addPoint(
      UUID personId, AtRiskDetails.Point point, PointMarks marks, String by, Instant at) {
    int position = points.everOf(personId).size();
    Optional<PersonalKey> key = vault.key(personId);
    if (position >= MOST_POINTS || key.isEmpty()) {
      return Optional.empty();
    }
    ContactPoint added = ContactPoint.sealed(personId, position, point, key.get());
    ContactPointChange change = added.mark(marks, by, at);
    points.persist(added);
    points.flush();
    keep(change);
    term(point).ifPresent(found -> index.add(personId, found));
    return Optional.of(added.mark().id());
  }

  /** Marks one of her contact points anew; empty when she has no such point in use. */
  public Optional<PointMark> mark(
      UUID personId, UUID pointId, PointMarks marks, String by, Instant at) {
    return inUse(personId, pointId)
        .map(point -> {
          keep(point.mark(marks, by, at));
          return point.mark();
        });
  }

  /** Takes one of her contact points out of use; empty when she has no such point in use. */
  public Optional<PointMark> retire(UUID personId, UUID pointId, String by, Instant at) {
    return inUse(personId, pointId)
        .map(point -> {
          keep(point.retire(by, at));
          return point.mark();
        });
  }

  /** How her contact points were marked over time, oldest first. */
  public List<PointChange> pointHistory(UUID personId) {
    return points.everOf(personId).stream()
        .flatMap(point ->
            getEntityManager()
                .createQuery(
                    "from ContactPointChange where pointId = ?1 order by id",
                    ContactPointChange.class)
                .setParameter(1, point.mark().id())
                .getResultStream())
        .map(ContactPointChange::view)
        .toList();
  }

  /** Every contact point that is or was hers. */
  public List<HeldPoint> everHeld(UUID personId, PersonalKey key) {
    return points.everOf(personId).stream()
        .map(point ->
            new HeldPoint(
                point.mark().id(), point.mark().type(), point.value(key), point.isRetired()))
        .toList();
  }

  private static List<BlindIndex.Term> terms(AtRiskDetails details) {
    return Stream.concat(
            Stream.of(new BlindIndex.Term(Findable.NAME, details.name())),
            details.contactPoints().stream().map(AtRiskPeople::term).flatMap(Optional::stream))
        .toList();
  }

  private static Optional<BlindIndex.Term> term(AtRiskDetails.Point point) {
    return switch (point.type()) {
      case PHONE, SMS -> Optional.of(new BlindIndex.Term(Findable.PHONE, point.value()));
      case EMAIL -> Optional.of(new BlindIndex.Term(Findable.EMAIL, point.value()));
      // Nobody is found by an address, or by the number of somebody else.
      case POST, THIRD_PARTY -> Optional.empty();
    };
  }

  private Optional<ContactPoint> inUse(UUID personId, UUID pointId) {
    return points.of(personId).stream()
        .filter(point -> point.mark().id().equals(pointId))
        .findAny();
  }

  private void keep(ContactPointChange change) {
    getEntityManager().persist(change);
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
