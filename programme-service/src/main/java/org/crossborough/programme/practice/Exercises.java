package org.crossborough.programme.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All exercises. */
@ApplicationScoped
class Exercises implements PanacheRepositoryBase<Exercise, UUID> {

  Exercise get(UUID enrolmentId, UUID id) {
    return findByIdOptional(id)
        .filter(exercise -> exercise.enrolmentId().equals(enrolmentId))
        .orElseThrow(() -> PracticeProblem.EXERCISE_NOT_FOUND.because("No exercise has this id."));
  }

  List<Exercise> of(UUID enrolmentId, UUID before, int rows) {
    return find("enrolmentId = ?1 and id < ?2 order by id desc", enrolmentId, before)
        .page(0, rows)
        .list();
  }

  List<Exercise> of(Collection<UUID> enrolmentIds) {
    return list("enrolmentId in ?1", enrolmentIds);
  }
}
