package org.crossborough.outcomes.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.time.Ids;
import org.crossborough.outcomes.feed.CellView;
import org.crossborough.outcomes.feed.Feed;
import org.crossborough.outcomes.release.FeedCell;
import org.crossborough.outcomes.release.KnownRelease;
import org.crossborough.outcomes.release.Releases;
import org.crossborough.outcomes.release.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Makes a return of the newest release of a period: its bytes, their checksum, their signature and
 * a report of them. From then on it is those bytes; whatever was wrong is put right by another
 * version.
 */
@ApplicationScoped
class FreezeReturn {

  /** What the bytes of a return say. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      String product,
      String area,
      String period,
      int version,
      Instant asOf,
      String policy,
      Instant frozenAt,
      @Nullable CorrectionReason reason,
      List<CellView> cells) {}

  private final FrozenReturns returns;
  private final Releases releases;
  private final SigningKeys keys;
  private final ObjectMapper json;

  FreezeReturn(FrozenReturns returns, Releases releases, SigningKeys keys, ObjectMapper json) {
    this.returns = returns;
    this.releases = releases;
    this.keys = keys;
    this.json = json;
  }

  /**
   * Freezes the next version.
   *
   * @param reason why the last version is replaced; the first has none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the period was not released, or
   *     not since the last version; 400 when a reason is missing or out of place
   */
  FrozenReturn freeze(
      Feed feed, ReportingPeriod period, @Nullable CorrectionReason reason, String by, Instant at) {
    returns.lock();
    KnownRelease release =
        releases
            .latest(feed.product(), feed.area(), period)
            .orElseThrow(() -> ReturnProblem.NOT_RELEASED.because("Release it first."));
    Optional<FrozenReturn> before = returns.latest(feed, period.toString());
    before.ifPresent(last -> requireNewRelease(last, release));
    requireReason(before.isPresent(), reason);
    int version = before.map(FrozenReturn::version).orElse(0) + 1;
    List<FeedCell> lines = releases.linesOf(release.id());
    Document document = document(feed, release, version, reason, at, lines);
    byte[] bytes = bytes(document);
    FrozenReturn frozen =
        new FrozenReturn(
            Ids.next(),
            document.product(),
            document.area(),
            document.period(),
            version,
            release.id(),
            document.policy(),
            document.asOf(),
            at,
            by,
            reason,
            checksum(bytes),
            keys.current(at).sign(bytes));
    returns.add(frozen, bytes, ReportPdf.of(ReportPage.of(feed, period, frozen, lines)));
    return frozen;
  }

  private static void requireNewRelease(FrozenReturn last, KnownRelease release) {
    if (last.releaseId().equals(release.id())) {
      throw ReturnProblem.UNCHANGED.because("Version %d stands.".formatted(last.version()));
    }
  }

  private static void requireReason(boolean corrects, @Nullable CorrectionReason reason) {
    if (corrects && reason == null) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("reason", "REQUIRED", "Say why the last version is replaced.")));
    }
    if (!corrects && reason != null) {
      throw RequestProblem.INVALID.of(
          List.of(new Violation("reason", "NOT_EXPECTED", "There is no version to replace.")));
    }
  }

  private static Document document(
      Feed feed,
      KnownRelease release,
      int version,
      @Nullable CorrectionReason reason,
      Instant at,
      List<FeedCell> lines) {
    return new Document(
        feed.product().id(),
        feed.area(),
        release.period().toString(),
        version,
        release.asOf(),
        release.policy(),
        at,
        reason,
        lines.stream().map(line -> CellView.of(feed, line)).toList());
  }

  private byte[] bytes(Document document) {
    try {
      return json.writeValueAsBytes(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The return could not be written", impossible);
    }
  }

  private static String checksum(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
