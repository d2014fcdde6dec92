package org.crossborough.chassis.tenancy;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Lets a reload in development mode begin with a transaction manager of its own. {@link
 * QuarkusTransaction} keeps the first it was given in static fields, which outlive the reload; the
 * next transaction would then be announced to the observers of the application that has gone, and
 * {@link BoroughBinding} would be a class of a loader that is no longer there.
 */
@ApplicationScoped
@IfBuildProfile("dev")
class ForgottenTransactions {

  private static final List<String> KEPT =
      List.of("cachedTransactionManager", "cachedUserTransaction");

  void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
      throws ReflectiveOperationException {
    Class<?> keeper =
        Class.forName(
            QuarkusTransaction.class.getName() + "Impl",
            true,
            QuarkusTransaction.class.getClassLoader());
    for (String name : KEPT) {
      Field field = keeper.getDeclaredField(name);
      field.setAccessible(true);
      field.set(null, null);
    }
  }
}
