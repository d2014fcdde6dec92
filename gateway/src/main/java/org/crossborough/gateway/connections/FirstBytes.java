package org.crossborough.gateway.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;

/**
 * Puts {@link HeadLimit} where it sees what the caller has written: behind TLS, where there is any.
 * That is known with the first bytes, and then this is of no more use.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {

  private final Duration patience;

  FirstBytes(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    ChannelPipeline pipeline = context.pipeline();
    ChannelHandlerContext tls = pipeline.context(SslHandler.class);
    String before = tls == null ? context.name() : tls.name();
    ChannelPipeline _ = pipeline.addAfter(before, null, new HeadLimit(patience));
    super.channelRead(context, message);
    ChannelPipeline _ = pipeline.remove(this);
  }
}
