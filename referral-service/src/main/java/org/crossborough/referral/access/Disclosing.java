package org.crossborough.referral.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A read of one referral that shows something of the man: who read it is recorded in the
 * transaction of the read, so that nothing is shown without a record. The method must be
 * transactional and its first parameter the referral's id.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Disclosing {

  /** What is shown, as it stands in the record: {@code REFERRAL}, {@code TIMELINE}. */
  @Nonbinding
  String value();
}
