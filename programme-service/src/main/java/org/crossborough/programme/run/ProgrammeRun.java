package org.crossborough.programme.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.jspecify.annotations.Nullable;

/** A dated delivery of a programme in one borough. */
@Entity
@Table(name = "programme_run")
class ProgrammeRun {

  @Id private UUID id;

  @Column(updatable = false)
  private String boroughCode;

  @Column(updatable = false)
  private String templateCode;

  @Column(updatable = false)
  private int templateVersion;

  @Column(updatable = false)
  private int minimumCountableMinutes;

  @Column(updatable = false)
  private @Nullable String venue;

  @Column(updatable = false)
  private LocalDate startsOn;

  @Column(updatable = false)
  private LocalDate endsOn;

  @Column(updatable = false)
  private int capacity;

  @Column(updatable = false)
  private List<String> facilitators;

  @Column(updatable = false)
  private Instant scheduledAt;

  @Version private long version;

  private ProgrammeRun() {}

  static ProgrammeRun of(
      ScheduleRun request, ProgrammeTemplate template, int capacity, Instant at) {
    ProgrammeRun run = new ProgrammeRun();
    run.id = Ids.next();
    run.boroughCode = request.boroughCode();
    run.templateCode = template.code();
    run.templateVersion = template.version();
    run.minimumCountableMinutes = template.minimumCountableMinutes();
    run.venue = request.venue();
    run.startsOn = request.startsOn();
    run.endsOn = request.endsOn();
    run.capacity = capacity;
    run.facilitators = request.facilitators().stream().distinct().toList();
    run.scheduledAt = at;
    return run;
  }

  /** The fact that it was scheduled. */
  RunScheduled scheduled() {
    return new RunScheduled(
        id,
        scheduledAt,
        boroughCode,
        templateCode,
        templateVersion,
        startsOn,
        endsOn,
        capacity,
        minimumCountableMinutes);
  }

  UUID id() {
    return id;
  }

  String boroughCode() {
    return boroughCode;
  }

  String templateCode() {
    return templateCode;
  }

  int templateVersion() {
    return templateVersion;
  }

  int minimumCountableMinutes() {
    return minimumCountableMinutes;
  }

  @Nullable String venue() {
    return venue;
  }

  LocalDate startsOn() {
    return startsOn;
  }

  LocalDate endsOn() {
    return endsOn;
  }

  int capacity() {
    return capacity;
  }

  List<String> facilitators() {
    return facilitators;
  }

  long version() {
    return version;
  }
}
