package org.crossborough.platform.demo;

import java.util.Locale;

/** The boroughs whose machine clients take part in the demo. */
enum Borough {
  ISLINGTON("E09000019"),
  CAMDEN("E09000007"),
  HACKNEY("E09000012"),
  HARINGEY("E09000014"),
  SOUTHWARK("E09000028"),
  LAMBETH("E09000022");

  private final String code;

  Borough(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  String client() {
    return "demo-borough-" + name().toLowerCase(Locale.ROOT);
  }

  static Borough named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
