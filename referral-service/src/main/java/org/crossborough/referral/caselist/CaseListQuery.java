package org.crossborough.referral.caselist;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.PageSize;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.crossborough.referral.person.NormalisedName;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a case list. Everything is taken as text, so that each fault is answered
 * with its field and code.
 */
record CaseListQuery(
    @Parameter(description = "GSS code of the referring borough", example = "E09000019")
        @QueryParam("borough")
        @Nullable String borough,
    @Parameter(
            description = "One or several: of staff statuses, of a borough words of boroughStatus",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ReferralStatus.Word.class))
        @QueryParam("status")
        List<String> status,
    @Parameter(
            description = "On the waiting list for more than so many days",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "3650"))
        @QueryParam("waitingOver")
        @Nullable String waitingOver,
    @Parameter(
            description = "Something is due before this day; for staff",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
        @QueryParam("dueBefore")
        @Nullable String dueBefore,
    @Parameter(
            description = "Something is overdue; for staff",
            schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("overdue")
        @Nullable String overdue,
    @Parameter(
            description = "Assigned to the caller; for staff",
            schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("mine")
        @Nullable String mine,
    @Parameter(
            description =
                "Any part of the name or of the reference, 3 characters or more; for staff")
        @QueryParam("text")
        @Nullable String text,
    @Parameter(schema = @Schema(implementation = CaseListOrder.class, defaultValue = "NEWEST"))
        @QueryParam("order")
        @Nullable String order,
    @Parameter(
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    minimum = "1",
                    maximum = "100",
                    defaultValue = "20"))
        @QueryParam("limit")
        @Nullable String limit,
    @QueryParam("cursor") @Nullable String cursor) {

  private static final Pattern GSS_CODE = Pattern.compile("E090000(0[1-9]|[12][0-9]|3[0-3])");
  private static final Pattern DAYS = Pattern.compile("[0-9]{1,4}");
  private static final int LONGEST_WAIT = 3650;
  private static final int LEAST_TEXT = 3;
  private static final int MOST_TEXT = 100;

  /** Who asks: what they are bound to, and when. */
  record Asker(@Nullable String borough, String subject, LocalDate today) {}

  int size() {
    return PageSize.of(limit);
  }

  CaseListOrder sorted() {
    return order == null ? CaseListOrder.NEWEST : CaseListOrder.valueOf(order);
  }

  /** Refuses what cannot be asked, and what a caller who is bound to a borough may not ask. */
  void refuseFaults(Asker asker) {
    Findings findings = new Findings();
    findings.when(
        borough != null && !GSS_CODE.matcher(borough).matches(),
        "borough",
        "GSS_CODE",
        "must be the GSS code of a London authority");
    findings.when(
        status.stream()
            .anyMatch(word -> ReferralStatus.meantBy(word, asker.borough != null).isEmpty()),
        "status",
        "UNKNOWN",
        "is no status of a referral");
    findings.when(
        waitingOver != null
            && (!DAYS.matcher(waitingOver).matches()
                || Integer.parseInt(waitingOver) > LONGEST_WAIT),
        "waitingOver",
        "RANGE",
        "must be 0 to " + LONGEST_WAIT);
    findings.when(dueBefore != null && day(dueBefore) == null, "dueBefore", "DATE", "is no date");
    findings.when(!isFlag(overdue), "overdue", "BOOLEAN", "must be true or false");
    findings.when(!isFlag(mine), "mine", "BOOLEAN", "must be true or false");
    findings.when(
        text != null && !isSearchable(text),
        "text",
        "SIZE",
        "must have 3 to 100 letters or digits");
    findings.when(
        order != null && !names(CaseListOrder.values(), order), "order", "UNKNOWN", "is no order");
    if (asker.borough != null) {
      refuseStaffFilters(findings);
    }
    findings.refuse();
  }

  private void refuseStaffFilters(Findings findings) {
    String code = "STAFF_ONLY";
    String message = "is for the programme's own staff";
    findings.when(dueBefore != null, "dueBefore", code, message);
    findings.when(overdue != null, "overdue", code, message);
    findings.when(mine != null, "mine", code, message);
    findings.when(text != null, "text", code, message);
    findings.when(
        order != null && order.equals(CaseListOrder.MOST_URGENT.name()), "order", code, message);
  }

  /** The filter; a bound caller's is narrowed to what row-level security would leave anyway. */
  CaseListFilter filter(Asker asker) {
    LocalDate before = dueBefore == null ? null : day(dueBefore);
    boolean onlyOverdue = Boolean.parseBoolean(overdue);
    if (onlyOverdue && (before == null || before.isAfter(asker.today))) {
      before = asker.today;
    }
    Set<ReferralStatus> statuses = EnumSet.noneOf(ReferralStatus.class);
    status.forEach(word -> statuses.addAll(ReferralStatus.meantBy(word, asker.borough != null)));
    return new CaseListFilter(
        asker.borough != null && borough == null ? asker.borough : borough,
        statuses,
        waitingOver == null ? null : asker.today.minusDays(Integer.parseInt(waitingOver)),
        before,
        Boolean.parseBoolean(mine) ? asker.subject : null,
        text == null ? null : NormalisedName.of(text));
  }

  private static boolean isSearchable(String text) {
    return text.length() <= MOST_TEXT && NormalisedName.of(text).length() >= LEAST_TEXT;
  }

  private static boolean isFlag(@Nullable String value) {
    return value == null || value.equals("true") || value.equals("false");
  }

  private static boolean names(Enum<?>[] constants, String name) {
    return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(name));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= 1900 && day.getYear() <= 9999 ? day : null;
    } catch (DateTimeException noDate) {
      return null;
    }
  }
}
