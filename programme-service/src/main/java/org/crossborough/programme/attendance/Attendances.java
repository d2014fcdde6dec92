package org.crossborough.programme.attendance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** The attendance log. */
@ApplicationScoped
class Attendances implements PanacheRepositoryBase<Attendance, UUID> {

  /** What stands for each man of a session: his highest revision. */
  Map<UUID, Attendance> standing(UUID sessionId) {
    return list("sessionId = ?1 order by revision", sessionId).stream()
        .collect(toMap(Attendance::enrolmentId, identity(), (_, later) -> later));
  }
}
