package org.crossborough.chassis.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that creates and that callers may repeat: it requires an {@code Idempotency-Key} (as in
 * the IETF draft) and gives a repeat the first answer, byte for byte. The method must be
 * transactional and must return {@link jakarta.ws.rs.core.Response}. Refusals are not kept: they
 * changed nothing.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
