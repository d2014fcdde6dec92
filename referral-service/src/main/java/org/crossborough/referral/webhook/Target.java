package org.crossborough.referral.webhook;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook may go: to a public address over HTTPS. A subscription must not make this service
 * call what only it can reach (server-side request forgery), so addresses are judged after the name
 * was resolved, and the one that was judged is the one that is connected to.
 *
 * @param uri an absolute HTTP address with a host
 */
record Target(URI uri) {

  private static final int LONGEST = 500;
  private static final Block GLOBAL_UNICAST = Block.of("2000::/3");
  private static final List<Block> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Block::of)
          .toList();

  /** The target of a text; empty when webhooks are not sent to such an address. */
  static Optional<Target> of(String url, boolean allowLoopback) {
    try {
      URI uri = new URI(url);
      boolean legible =
          url.length() <= LONGEST
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.getPort() != 0
              && uri.getPort() <= 0xFFFF;
      if (!legible) {
        return Optional.empty();
      }
      Target target = new Target(uri);
      boolean sound = target.isSecure() || (allowLoopback && target.namesThisMachine());
      return sound && target.isNoForbiddenLiteral(allowLoopback)
          ? Optional.of(target)
          : Optional.empty();
    } catch (URISyntaxException illegible) {
      return Optional.empty();
    }
  }

  boolean isSecure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  String host() {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  int port() {
    return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
  }

  /** Path and query. */
  String resource() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** Whether every one of the addresses its name stands for may be called. */
  boolean mayBeCalledAt(InetAddress[] addresses, boolean allowLoopback) {
    return addresses.length > 0
        && Arrays.stream(addresses)
            .allMatch(
                address -> isPublic(address) || (allowLoopback && address.isLoopbackAddress()));
  }

  private boolean namesThisMachine() {
    return "http".equalsIgnoreCase(uri.getScheme())
        && (host().equals("localhost") || host().equals("127.0.0.1") || host().equals("::1"));
  }

  private boolean isNoForbiddenLiteral(boolean allowLoopback) {
    InetAddress literal = literal(host());
    if (literal != null) {
      return mayBeCalledAt(new InetAddress[] {literal}, allowLoopback);
    }
    String name = host().toLowerCase(Locale.ROOT);
    boolean local = !name.contains(".") || name.endsWith(".localhost");
    return !local || (allowLoopback && name.equals("localhost"));
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException name) {
      return null;
    }
  }

  /**
   * Whether an address belongs to the public internet: outside all that IANA's registries of
   * special-purpose addresses set apart, and outside IPv6 ranges that carry an IPv4 address.
   */
  static boolean isPublic(InetAddress address) {
    boolean routed = !(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address);
    return routed && SPECIAL.stream().noneMatch(block -> block.contains(address));
  }

  /** Addresses that begin with the same bits. */
  private record Block(BigInteger prefix, int bits, int length) {

    static Block of(String cidr) {
      String[] parts = cidr.split("/", 2);
      byte[] first = InetAddress.ofLiteral(parts[0]).getAddress();
      int bits = Integer.parseInt(parts[1]);
      int length = first.length * Byte.SIZE;
      return new Block(new BigInteger(1, first).shiftRight(length - bits), bits, length);
    }

    boolean contains(InetAddress address) {
      byte[] bytes = address.getAddress();
      return bytes.length * Byte.SIZE == length
          && new BigInteger(1, bytes).shiftRight(length - bits).equals(prefix);
    }
  }
}
