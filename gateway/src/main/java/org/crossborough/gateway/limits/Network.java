package org.crossborough.gateway.limits;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/** By what callers without a name are told apart. */
public final class Network {

  /** What one household or office of IPv6 is given, and so what one caller can vary. */
  private static final int IPV6_NETWORK_BYTES = 8;

  private Network() {}

  /** The whole address, or for IPv6 the network that its caller may choose addresses in. */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null ? address : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES);
  }
}
