package org.crossborough.chassis.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** What a failure below the domain means: worth another try, somebody's conflict, or bad input. */
public enum DatabaseFault {
  /** The database cannot be reached or is short of something; later it will work. */
  UNAVAILABLE,
  /** Two transactions met; repeating one of them will work. */
  CONFLICT,
  /** The database refuses the data itself, such as a text with a null character. */
  UNSTORABLE;

  // A standby, until the service finds the primary.
  private static final String READ_ONLY = "25006";

  // A privilege or a table is missing, as after a bad upgrade; or it calls itself damaged.
  private static final Pattern NOT_AS_SET_UP = Pattern.compile("42501|42P01|XX...");

  /**
   * Whether the database is at fault, whatever it was asked to take. To work that is nobody's
   * request, what it was never granted says so too; to a request that is a failure of the service.
   */
  public static boolean isItsOwnBehind(@Nullable Throwable failure) {
    return behind(failure) == UNAVAILABLE || NOT_AS_SET_UP.matcher(stateBehind(failure)).matches();
  }

  /** The SQL state that the database gave; empty when it gave none. */
  public static String stateBehind(@Nullable Throwable failure) {
    return causes(failure)
        .flatMap(cause ->
            cause instanceof SQLException sql ? Stream.ofNullable(sql.getSQLState()) : Stream.of())
        .findFirst()
        .orElse("");
  }

  /** The fault behind a failure, if the database was involved at all. */
  public static @Nullable DatabaseFault behind(@Nullable Throwable failure) {
    return causes(failure).map(DatabaseFault::of).filter(f -> f != null).findFirst().orElse(null);
  }

  private static @Nullable DatabaseFault of(Throwable cause) {
    if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
      return CONFLICT;
    }
    if (cause instanceof SQLTransientException) {
      return UNAVAILABLE;
    }
    return cause instanceof SQLException sql ? ofState(sql) : null;
  }

  private static @Nullable DatabaseFault ofState(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      // The pool's own failures (acquisition timeout) carry no state.
      return UNAVAILABLE;
    }
    if (state.equals(READ_ONLY)) {
      return UNAVAILABLE;
    }
    return switch (state.substring(0, 2)) {
      case "08", "53", "57", "58" -> UNAVAILABLE;
      case "23" -> state.equals("23505") ? CONFLICT : null;
      case "40", "55" -> CONFLICT;
      case "22" -> UNSTORABLE;
      default -> null;
    };
  }

  private static Stream<Throwable> causes(@Nullable Throwable failure) {
    return Stream.<Throwable>iterate(failure, c -> c != null, Throwable::getCause)
        .limit(20)
        .flatMap(c -> Stream.concat(Stream.of(c), Stream.of(c.getSuppressed())));
  }
}
