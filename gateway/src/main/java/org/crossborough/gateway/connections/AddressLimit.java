package org.crossborough.gateway.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.crossborough.gateway.limits.Network;

/**
 * Closes what one address opens beyond its part, before a byte of it is read, so that nobody takes
 * all connections from the others. It stands on the listening side, where a connection is a
 * message.
 */
@Sharable
@Singleton
@Unremovable
class AddressLimit extends ChannelInboundHandlerAdapter {

  private final int most;
  private final Duration headPatience;
  private final List<IpSubnetFilterRule> uncounted;
  private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

  AddressLimit(ConnectionsConfig config) {
    this.most = config.perAddress();
    this.headPatience = config.headPatience();
    this.uncounted =
        config.uncounted().stream()
            .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
            .toList();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    Channel connection = (Channel) message;
    if (!admits(connection)) {
      // It belongs to no thread yet that could close it in good order.
      connection.unsafe().closeForcibly();
      return;
    }
    connection.pipeline().addLast(new FirstBytes(headPatience));
    super.channelRead(context, message);
  }

  private boolean admits(Channel connection) {
    // Of a connection that has just broken nothing is known.
    if (!(connection.remoteAddress() instanceof InetSocketAddress sender)
        || uncounted.stream().anyMatch(rule -> rule.matches(sender))) {
      return true;
    }
    InetAddress address = sender.getAddress();
    String network = Network.of(address.getHostAddress());
    if (open.merge(network, 1, Integer::sum) > most) {
      leave(network);
      return false;
    }
    ChannelFuture _ = connection.closeFuture().addListener(_ -> leave(network));
    return true;
  }

  private void leave(String network) {
    Integer _ = open.computeIfPresent(network, (_, count) -> count == 1 ? null : count - 1);
  }
}
