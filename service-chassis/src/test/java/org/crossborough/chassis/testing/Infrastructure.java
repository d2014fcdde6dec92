package org.crossborough.chassis.testing;

import org.crossborough.local.TestInfrastructure;

/** The run's one infrastructure, looked up once per test process. */
final class Infrastructure {

  private Infrastructure() {}

  static TestInfrastructure get() {
    return Kept.SHARED;
  }

  private static final class Kept {
    static final TestInfrastructure SHARED = TestInfrastructure.shared();
  }
}
