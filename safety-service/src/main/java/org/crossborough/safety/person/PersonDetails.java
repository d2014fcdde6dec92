package org.crossborough.safety.person;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.safety.atrisk.Relationship;
import org.crossborough.safety.atrisk.SafeTime;
import org.crossborough.safety.atrisk.SafeTimes;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one person at risk, except how she can be reached. What nobody said anything
 * about is taken for the safer: the caller's number is withheld and her address is confidential.
 *
 * @param codeWord what tells her that it is the service
 * @param introduceAs what the caller says she is, to whoever answers
 * @param languageCode ISO 639, two or three letters
 * @param boroughCode her own borough (GSS), which may differ from the man's and decides which
 *     conference hears of her
 * @param safeTimes when she can be contacted, on London's clocks; none means that none was asked
 *     for
 * @param childrenCount 0 to 20; the children themselves are recorded apart
 * @param substanceUseNeed whether she wishes for help with substance use of her own
 */
@Schema(
    name = "PersonDetails",
    examples =
        """
        {"relationship":"EX_PARTNER","name":"Example Person","codeWord":"Blue kettle",
         "introduceAs":"the library","languageCode":"so","interpreterNeeded":true,
         "interpreterGender":"FEMALE","boroughCode":"E09000019","livesWithPerpetrator":"NO",
         "childrenCount":2,"pregnantOrBabyUnder18Months":"UNKNOWN",
         "safeTimes":[{"dayOfWeek":"TUESDAY","from":"10:00","to":"12:00"}]}\
        """)
public record PersonDetails(
    @NotNull Relationship relationship,
    @NotNull Secret name,
    @Nullable Secret preferredName,
    @Nullable Secret dateOfBirth,
    @Nullable Secret codeWord,
    @Nullable Secret introduceAs,
    @Nullable Boolean callerIdWithheld,
    @Nullable @Pattern(regexp = "[a-z]{2,3}") String languageCode,
    @Nullable Boolean interpreterNeeded,
    @Nullable InterpreterGender interpreterGender,
    @Nullable Secret accessNeeds,
    @Nullable Boolean addressConfidential,
    @Nullable @Pattern(regexp = "[EWSN]\\d{8}") String boroughCode,
    @Nullable Stated livesWithPerpetrator,
    @Nullable @Min(0) @Max(20) Integer childrenCount,
    @Nullable Stated pregnantOrBabyUnder18Months,
    @Nullable Stated substanceUseNeed,
    @Nullable @Size(max = 50) List<@NotNull SafeTime> safeTimes) {

  /** Which interpreter she would rather have. */
  public enum InterpreterGender {
    FEMALE,
    MALE,
    NO_PREFERENCE
  }

  private static final int LONGEST_TEXT = 300;
  private static final java.util.regex.Pattern ISO_DATE =
      java.util.regex.Pattern.compile("(19|20)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

  /** Takes what was given, and the safer where nothing was. */
  public PersonDetails {
    callerIdWithheld = callerIdWithheld == null || callerIdWithheld;
    addressConfidential = addressConfidential == null || addressConfidential;
    interpreterNeeded = interpreterNeeded != null && interpreterNeeded;
    livesWithPerpetrator = orUnknown(livesWithPerpetrator);
    pregnantOrBabyUnder18Months = orUnknown(pregnantOrBabyUnder18Months);
    substanceUseNeed = orUnknown(substanceUseNeed);
    safeTimes = safeTimes == null ? List.of() : safeTimes;
  }

  /** The details of somebody of whom no more than this is known. */
  public static PersonDetails atFirst(
      Relationship relationship, Secret name, @Nullable String boroughCode, SafeTimes times) {
    return new PersonDetails(
        relationship,
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        boroughCode,
        null,
        null,
        null,
        null,
        times.times());
  }

  /**
   * Refuses texts that are blank or too long, times that do not begin before they end, and a date
   * of birth that is none; what was written is not repeated.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the fields
   */
  public void refuseUnlessSound() {
    List<Violation> violations = new ArrayList<>();
    texts()
        .forEach((field, text) -> {
          if (text.isBlank() || text.length() > LONGEST_TEXT || text.reveal().indexOf('\0') >= 0) {
            violations.add(
                new Violation(field, "SIZE", "must have 1 to " + LONGEST_TEXT + " characters"));
          }
        });
    if (dateOfBirth != null && !ISO_DATE.matcher(dateOfBirth.reveal()).matches()) {
      violations.add(new Violation("dateOfBirth", "DATE", "must be a date such as 1990-12-31"));
    }
    if (times().times().stream().anyMatch(time -> !isSound(time))) {
      violations.add(
          new Violation("safeTimes", "ORDER", "must name a day and end after they begin"));
    }
    if (!violations.isEmpty()) {
      throw RequestProblem.INVALID.of(violations);
    }
  }

  /** When she can be contacted. */
  @JsonIgnore
  public SafeTimes times() {
    return safeTimes == null ? SafeTimes.ANY : new SafeTimes(List.copyOf(safeTimes));
  }

  private Map<String, Secret> texts() {
    Map<String, Secret> given = new LinkedHashMap<>();
    given.put("name", name);
    put(given, "preferredName", preferredName);
    put(given, "codeWord", codeWord);
    put(given, "introduceAs", introduceAs);
    put(given, "accessNeeds", accessNeeds);
    return given;
  }

  private static void put(Map<String, Secret> given, String field, @Nullable Secret text) {
    if (text != null) {
      given.put(field, text);
    }
  }

  @SuppressWarnings({"ConstantValue", "NullAway"}) // A parsed body can lack what its type demands.
  private static boolean isSound(SafeTime time) {
    return time.dayOfWeek() != null
        && time.from() != null
        && time.to() != null
        && time.from().isBefore(time.to());
  }

  private static Stated orUnknown(@Nullable Stated said) {
    return said == null ? Stated.UNKNOWN : said;
  }

  /** Always the same, whatever is known. */
  @Override
  public String toString() {
    return "[person details]";
  }
}
