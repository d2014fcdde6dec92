package org.crossborough.gateway.connections;

import io.netty.bootstrap.ServerBootstrap;
import io.quarkus.arc.Arc;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Puts {@link AddressLimit} in front of every port. Vert.x tells applications of a connection only
 * once it has found out what is spoken on it, and Quarkus not even then; the transport is the one
 * place that both let others provide.
 */
public final class GuardedTransport extends JDKTransport implements VertxServiceProvider {

  @Override
  public void init(VertxBuilder builder) {
    VertxBuilder _ = builder.findTransport(this);
  }

  @Override
  public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
    super.configure(options, domainSocket, bootstrap);
    ServerBootstrap _ = bootstrap.handler(Arc.container().instance(AddressLimit.class).get());
  }
}
