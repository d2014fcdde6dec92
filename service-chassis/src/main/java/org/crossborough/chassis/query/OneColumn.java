package org.crossborough.chassis.query;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Native queries whose rows are one plain value each: an id, a count, an answer of a lock.
 *
 * <p>Asked of Hibernate by the type of that value, such a query is never found again among the
 * plans that Hibernate keeps: the part of the plan's key that stands for the type is equal to
 * itself only (in 7.2, {@code ImplicitResultClassBuilder}). Each asking then leaves one more plan
 * of the same hash, and each asking searches through all of them, which was a fifth of a busy
 * service's time. Asked here, the plan is made once.
 */
public final class OneColumn {

  private OneColumn() {}

  /**
   * The query of this text, its rows read as values of {@code type}.
   *
   * @param sql selects exactly one column, whose type in the database is that of {@code type}
   * @throws ClassCastException when it is read and the database's type is another one: nothing is
   *     converted
   */
  public static <T> NativeQuery<T> query(EntityManager database, String sql, Class<T> type) {
    return database
        .unwrap(Session.class)
        .createNativeQuery(sql, Object[].class)
        .setTupleTransformer((row, names) -> type.cast(row[0]));
  }
}
