package org.crossborough.referral.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.UUID;

/** Records a read once it has been found to be allowed, and before it is answered. */
@Disclosing("")
@Interceptor
// Inside the transaction (PLATFORM_BEFORE + 200), so that record and read commit together.
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class DisclosureInterceptor {

  private final AccessLog log;

  DisclosureInterceptor(AccessLog log) {
    this.log = log;
  }

  @AroundInvoke
  Object recorded(InvocationContext invocation) throws Exception {
    Object answer = invocation.proceed();
    UUID referralId = (UUID) invocation.getParameters()[0];
    log.read(referralId, invocation.getMethod().getAnnotation(Disclosing.class).value());
    return answer;
  }
}
