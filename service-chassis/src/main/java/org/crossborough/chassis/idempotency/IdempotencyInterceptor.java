package org.crossborough.chassis.idempotency;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** Looks for the kept answer before the work, and keeps the answer after it. */
@Idempotent
@Interceptor
// Inside the transaction (PLATFORM_BEFORE + 200), so that work and answer commit together.
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final IdempotencyKeys keys;
  private final CurrentVertxRequest current;
  private final Caller caller;
  private final ObjectMapper json;
  private final ObjectMapper comparable;

  IdempotencyInterceptor(
      IdempotencyKeys keys,
      CurrentVertxRequest current,
      Caller caller,
      ObjectMapper json,
      Instance<ConcealedDigest> digest) {
    this.keys = keys;
    this.current = current;
    this.caller = caller;
    this.json = json;
    this.comparable = json.copy().registerModule(digests(digest));
  }

  /** A service that conceals nothing brings no digest, and its requests need none. */
  private static SimpleModule digests(Instance<ConcealedDigest> digest) {
    SimpleModule module = new SimpleModule();
    if (digest.isResolvable()) {
      module.addSerializer(new ConcealedSerializer(digest.get()));
    }
    return module;
  }

  private static final class ConcealedSerializer extends StdSerializer<Concealed> {

    private final transient ConcealedDigest digest;

    ConcealedSerializer(ConcealedDigest digest) {
      super(Concealed.class);
      this.digest = digest;
    }

    @Override
    public void serialize(Concealed text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeBinary(digest.of(text.reveal()));
    }
  }

  @AroundInvoke
  Object once(InvocationContext invocation) throws Exception {
    HttpServerRequest request = current.getCurrent().request();
    String key = requiredKey(request.getHeader("Idempotency-Key"));
    String owner = caller.client() + "/" + caller.subject();
    KeptAnswer before = keys.claim(owner, key, hash(request, invocation.getParameters()));
    if (before != null) {
      return before.response();
    }
    KeptAnswer answer = answer((Response) invocation.proceed());
    keys.keep(owner, key, answer);
    return answer.response();
  }

  private static String requiredKey(@Nullable String key) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw RequestProblem.IDEMPOTENCY_KEY_REQUIRED.because(
          "Send 1 to 255 visible ASCII characters of your own, the same on every repeat.");
    }
    return key;
  }

  private KeptAnswer answer(Response response) throws JsonProcessingException {
    byte[] body = json.writeValueAsBytes(response.getEntity());
    return new KeptAnswer(
        response.getStatus(),
        response.getHeaderString("Location"),
        response.getHeaderString("ETag"),
        body);
  }

  /** What was asked, after parsing: white space and the order of fields make no other request. */
  private byte[] hash(HttpServerRequest request, Object[] parameters)
      throws JsonProcessingException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update((request.method() + " " + request.path()).getBytes(StandardCharsets.UTF_8));
    for (Object parameter : parameters) {
      if (parameter != null && !isFramework(parameter)) {
        digest.update(comparable.writeValueAsBytes(parameter));
      }
    }
    return digest.digest();
  }

  private static boolean isFramework(Object parameter) {
    return parameter instanceof jakarta.ws.rs.core.HttpHeaders
        || parameter instanceof jakarta.ws.rs.core.UriInfo;
  }
}
