package org.crossborough.programme.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All runs. */
@ApplicationScoped
class Runs implements PanacheRepositoryBase<ProgrammeRun, UUID> {

  ProgrammeRun get(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> RunProblem.NOT_FOUND.because("No run has this id."));
  }

  List<ProgrammeRun> newestBefore(UUID id, int rows) {
    return find("id < ?1 order by id desc", id).page(0, rows).list();
  }

  /** Keeps with a run the last day on which it can take men in; its sessions must be stored. */
  void keepLastIntake(UUID id) {
    int _ =
        getEntityManager()
            .createNativeQuery(
                "update programme_run set last_intake_on = last_intake_of(id) where id = ?1")
            .setParameter(1, id)
            .executeUpdate();
  }
}
