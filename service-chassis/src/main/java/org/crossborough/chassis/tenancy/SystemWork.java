package org.crossborough.chassis.tenancy;

/** Work the service does by itself, for every borough: consuming events, running schedules. */
public final class SystemWork {

  private static final ScopedValue<Boolean> RUNNING = ScopedValue.newInstance();

  private SystemWork() {}

  /** Runs {@code work} with every borough in sight. */
  public static void run(Runnable work) {
    ScopedValue.where(RUNNING, true).run(work);
  }

  static boolean isRunning() {
    return RUNNING.isBound();
  }
}
