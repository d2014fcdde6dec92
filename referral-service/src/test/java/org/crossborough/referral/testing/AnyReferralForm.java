package org.crossborough.referral.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.crossborough.referral.form.Answer;
import org.crossborough.referral.person.Disability;
import org.crossborough.referral.person.Ethnicity;
import org.crossborough.referral.person.Religion;
import org.crossborough.referral.person.Sex;
import org.crossborough.referral.person.SexualOrientation;
import org.crossborough.referral.source.MainSubstance;
import org.crossborough.referral.source.Mandate;
import org.crossborough.referral.source.ProtectionOrder;
import org.crossborough.referral.source.ReferrerType;
import org.crossborough.referral.source.RiskToStaff;

/**
 * Sound referral forms with any mixture of the fields that may be left out. Generated, not real.
 */
public final class AnyReferralForm {

  private static final List<Disability> COMBINABLE =
      Arrays.stream(Disability.values()).filter(d -> d.compareTo(Disability.OTHER) < 0).toList();

  private final Random random;
  private final ObjectNode form;

  private AnyReferralForm(long seed, ObjectNode form) {
    this.random = new Random(seed);
    this.form = form;
  }

  /** Completes a form that has what is required; the same seed gives the same mixture. */
  public static ObjectNode completing(ObjectNode form, long seed) {
    AnyReferralForm any = new AnyReferralForm(seed, form);
    any.source();
    any.man((ObjectNode) form.get("client"));
    any.circumstances();
    any.equality();
    return form;
  }

  private void source() {
    ReferrerType type = one(ReferrerType.values());
    form.put("referrerType", type.name());
    boolean professional =
        !List.of(ReferrerType.SELF, ReferrerType.RELATIVE, ReferrerType.CONCERNED_OTHER)
            .contains(type);
    if (professional) {
      form.put("referrerName", one("Demo Keyworker", "D. Example-Örnek"));
      form.put("referrerContact", one("020 7946 0000", "+44 (0)20 7946 0000", "k@example.invalid"));
    } else {
      form.remove(List.of("referrerName", "referrerContact"));
    }
    maybe(form, "commissioningBoroughCode", "E09000007", "E09000001");
    form.put("keyworker", one("Demo Keyworker", "Team 4"));
    form.put("mainSubstance", one(MainSubstance.values()).name());
  }

  private void man(ObjectNode client) {
    client.put("sex", one(Sex.values()).name());
    client.put(
        "dateOfBirth",
        "%d-0%d-1%d"
            .formatted(1930 + random.nextInt(75), 1 + random.nextInt(9), random.nextInt(10)));
    client.remove(List.of("phone", "postcode", "nhsNumber"));
    maybe(client, "phone", "020 7946 0000", "+447700900123");
    maybe(client, "postcode", "N1 1AA", "sw1a1aa", "EC1A 1BB");
    maybe(client, "nhsNumber", "9434765919", "9000000009");
    maybe(client, "email", "demo@example.invalid", "a.b+c@mail.example.org");
    maybe(client, "address", "1 Demo Street, London N1 1AA", "Flat 2, Demo House");
  }

  private void circumstances() {
    maybe(form, "mandate", names(Mandate.values()));
    maybe(form, "riskToStaff", names(RiskToStaff.values()));
    maybe(form, "riskNotes", "Seen by two.", "Denies; 3 incidents since 2019 ✓", "=1+1");
    maybe(form, "adjustments", "Large print", "Sits near the door");
    if (random.nextBoolean()) {
      orders(form.putArray("orders"));
    }
    if (random.nextBoolean()) {
      ObjectNode children = form.putObject("children");
      children.put("inContact", one(Answer.values()).name());
      maybe(children, "cpPlan", names(Answer.values()));
      maybe(children, "cinPlan", names(Answer.values()));
      maybe(children, "socialWorkerOrg", "Demo children's services");
    }
    if (random.nextBoolean()) {
      Answer needed = one(Answer.values());
      ObjectNode interpreter = form.putObject("interpreter").put("needed", needed.name());
      if (needed == Answer.YES) {
        interpreter.put("language", one("bn", "so", "bfi"));
      }
    }
  }

  private void orders(ArrayNode orders) {
    for (int i = random.nextInt(3); i >= 0; i--) {
      ObjectNode order =
          orders
              .addObject()
              .put("type", one(ProtectionOrder.Type.values()).name())
              .put("madeOn", "2025-0%d-01".formatted(1 + random.nextInt(9)));
      maybe(order, "expiresOn", "2026-12-31", "2025-10-01");
    }
  }

  private void equality() {
    if (random.nextInt(4) == 0) {
      return;
    }
    ObjectNode equality = form.putObject("equality");
    equality.put("ethnicity", one(Ethnicity.values()).name());
    maybe(equality, "sexualOrientation", names(SexualOrientation.values()));
    maybe(equality, "religion", names(Religion.values()));
    maybe(equality, "genderSameAsRegistered", names(Answer.values()));
    if (random.nextBoolean()) {
      ArrayNode disabilities = equality.putArray("disabilities");
      if (random.nextBoolean()) {
        disabilities.add(one(Disability.NONE, Disability.NOT_STATED, Disability.NOT_ASKED).name());
      } else {
        COMBINABLE.stream()
            .filter(disability -> random.nextInt(5) == 0)
            .forEach(disability -> disabilities.add(disability.name()));
        disabilities.add(Disability.OTHER.name());
      }
    }
  }

  private void maybe(ObjectNode section, String field, String... values) {
    if (random.nextBoolean()) {
      section.put(field, one(values));
    }
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
