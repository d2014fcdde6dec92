package org.crossborough.gateway.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the head of a request has begun and does not end; one that says
 * nothing at all is for the server's idle timeout. It must be used from one event loop.
 *
 * <p>In HTTP/2 the connection is lost to a slow head too, with the requests that share it: the
 * heads of all of them go through one compression, which cannot go on behind half a head.
 */
final class HeadLimit extends ChannelInboundHandlerAdapter {

  private final Duration patience;
  private boolean watching;
  private boolean inRequest;
  private boolean inHead;
  private @Nullable Http2Frames frames;
  private @Nullable Future<?> end;

  HeadLimit(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    watch(context.pipeline());
  }

  /** With the end of TLS's handshake it is known what is spoken. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    super.userEventTriggered(context, event);
    watch(context.pipeline());
  }

  private void watch(ChannelPipeline pipeline) {
    if (watching) {
      return;
    }
    ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
    SslHandler tls = pipeline.get(SslHandler.class);
    if (decoder != null) {
      watching = true;
      ChannelPipeline _ = pipeline.addAfter(decoder.name(), null, new Heads());
    } else if (tls != null && ApplicationProtocolNames.HTTP_2.equals(tls.applicationProtocol())) {
      watching = true;
      frames = new Http2Frames();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
    if (frames != null && bytes instanceof ByteBuf read) {
      if (frames.follow(read)) {
        arrived();
      }
      inHead = frames.isUnfinished();
    } else if (watching && !inRequest) {
      inHead = true;
    }
    // Most heads come whole: then the decoder has found the end, and there is nothing to time.
    super.channelRead(context, bytes);
    if (inHead && end == null) {
      begin(context);
    }
  }

  private void begin(ChannelHandlerContext context) {
    end =
        context
            .executor()
            .schedule(() -> giveUp(context), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void giveUp(ChannelHandlerContext context) {
    if (context.channel().config().isAutoRead()) {
      ChannelFuture _ = context.close();
    } else {
      // It is this side that does not read on: the answer before it is still under way.
      begin(context);
    }
  }

  private void arrived() {
    inHead = false;
    if (end != null) {
      boolean _ = end.cancel(false);
      end = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    arrived();
    super.channelInactive(context);
  }

  /** Behind the decoder, where heads and the ends of bodies are. */
  private final class Heads extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      if (message instanceof HttpRequest) {
        inRequest = true;
        arrived();
      }
      if (message instanceof LastHttpContent) {
        inRequest = false;
      }
      super.channelRead(context, message);
    }
  }
}
