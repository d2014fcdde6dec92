package org.crossborough.referral.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.referral.form.Findings;

/** What a form must know of the organisations it names. */
@ApplicationScoped
public class KnownOrganisations {

  private final EntityManager database;

  KnownOrganisations(EntityManager database) {
    this.database = database;
  }

  /**
   * Notes every field that names an organisation which is not in the register on a day. A form that
   * names none costs no statement.
   */
  public void check(Findings findings, Map<String, UUID> byField, LocalDate day) {
    if (byField.isEmpty()) {
      return;
    }
    List<UUID> known =
        database
            .createQuery(
                """
                select o.id from Organisation o
                where o.id in :ids and o.activeFrom <= :day
                  and (o.activeUntil is null or o.activeUntil >= :day)
                """,
                UUID.class)
            .setParameter("ids", byField.values())
            .setParameter("day", day)
            .getResultList();
    byField.forEach((field, id) ->
        findings.when(
            !known.contains(id),
            field,
            "UNKNOWN_ORGANISATION",
            "no organisation of the register has this id on that day"));
  }
}
