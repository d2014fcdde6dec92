package org.crossborough.safety.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.safety.task.ContactTrigger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which news of the programme survivors wish to have. */
@ApplicationScoped
public class NotificationChoices implements PanacheRepositoryBase<NotificationChoice, UUID> {

  /** Whether she wishes for the news that her safety may hang on, also without support. */
  public enum Essential {
    YES,
    NO,
    /** She is asked again. */
    LATER
  }

  /** What an event means for her, by what she chose. */
  public enum Wish {
    /** She is tried as everybody is. */
    TRIED,
    /** The same, and a message is drafted for a worker. */
    TOLD,
    /** She said no, and declined support. */
    LEFT_ALONE
  }

  /** Her answer. */
  @Schema(
      name = "NotificationChoice",
      examples = "{\"essential\":\"YES\",\"events\":[\"START\",\"SUSPENSION\",\"EXIT\"]}")
  public record Choice(
      @NotNull Essential essential,
      @Nullable @Size(max = 15) List<@NotNull ContactTrigger> events,
      @Nullable UUID contactPointId) {

    /** The events asked for. */
    Set<ContactTrigger> wanted() {
      Set<ContactTrigger> wanted = EnumSet.noneOf(ContactTrigger.class);
      wanted.addAll(events == null ? List.of() : events);
      return wanted;
    }
  }

  /** Her answer as it is kept. */
  public record Chosen(
      Instant chosenAt,
      Essential essential,
      List<ContactTrigger> events,
      @Nullable UUID contactPointId) {}

  /** What her safety may hang on, and what she therefore hears of unless she said no. */
  private static final Set<ContactTrigger> ESSENTIAL =
      EnumSet.of(
          ContactTrigger.START,
          ContactTrigger.SUSPENSION,
          ContactTrigger.EXIT,
          ContactTrigger.COMPLETION,
          ContactTrigger.RISK_DISCLOSURE);

  NotificationChoices() {}

  /** Keeps her answer; earlier ones stay on record. */
  public Chosen choose(UUID caseId, Choice choice, String by, Instant at) {
    NotificationChoice kept = NotificationChoice.of(caseId, choice, by, at);
    persist(kept);
    return kept.chosen();
  }

  /** The answer that counts. */
  public Optional<Chosen> last(UUID caseId) {
    return find("caseId = ?1 order by id desc", caseId)
        .page(0, 1)
        .firstResultOptional()
        .map(NotificationChoice::chosen);
  }

  /** Every answer, oldest first. */
  public List<Chosen> ever(UUID caseId) {
    return list("caseId = ?1 order by id", caseId).stream()
        .map(NotificationChoice::chosen)
        .toList();
  }

  /** What an event means for her; that he disclosed a risk, nobody keeps from her. */
  public Wish wish(UUID caseId, ContactTrigger trigger) {
    return last(caseId).map(chosen -> wish(chosen, trigger)).orElse(Wish.TRIED);
  }

  static Wish wish(Chosen chosen, ContactTrigger trigger) {
    if (chosen.essential() == Essential.NO && trigger != ContactTrigger.RISK_DISCLOSURE) {
      return chosen.events().contains(trigger) ? Wish.TOLD : Wish.LEFT_ALONE;
    }
    boolean essential = chosen.essential() == Essential.YES && ESSENTIAL.contains(trigger);
    return essential || chosen.events().contains(trigger) ? Wish.TOLD : Wish.TRIED;
  }
}
