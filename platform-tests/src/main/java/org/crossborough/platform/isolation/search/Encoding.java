package org.crossborough.platform.isolation.search;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms in which a text may turn up among bytes. */
public enum Encoding {
  UTF_8("UTF-8", Encoding::utf8),
  LATIN_1("Latin-1", text -> text.getBytes(StandardCharsets.ISO_8859_1)),
  UTF_16_LE("UTF-16LE", text -> text.getBytes(StandardCharsets.UTF_16LE)),
  UTF_16_BE("UTF-16BE", text -> text.getBytes(StandardCharsets.UTF_16BE)),
  UTF_32_LE("UTF-32LE", text -> text.getBytes(Charset.forName("UTF-32LE"))),
  UPPER_CASE("upper case", text -> utf8(text.toUpperCase(Locale.ROOT))),
  LOWER_CASE("lower case", text -> utf8(text.toLowerCase(Locale.ROOT))),
  JSON("JSON, escaped where needed", text -> escaped(text, Encoding::jsonWhereNeeded)),
  JSON_LOWER("JSON, all escaped", text -> escaped(text, "\\u%04x"::formatted)),
  JSON_UPPER("JSON, all escaped, upper case", text -> escaped(text, "\\u%04X"::formatted)),
  FORM("URL, as a form", text -> utf8(URLEncoder.encode(text, StandardCharsets.UTF_8))),
  PERCENT_LOWER("URL, all escaped", text -> percent(text, HexFormat.of())),
  PERCENT_UPPER(
      "URL, all escaped, upper case", text -> percent(text, HexFormat.of().withUpperCase())),
  BASE64_0("base64 at offset 0", text -> base64(Base64.getEncoder(), text, 0)),
  BASE64_1("base64 at offset 1", text -> base64(Base64.getEncoder(), text, 1)),
  BASE64_2("base64 at offset 2", text -> base64(Base64.getEncoder(), text, 2)),
  BASE64_URL_0("base64url at offset 0", text -> base64(Base64.getUrlEncoder(), text, 0)),
  BASE64_URL_1("base64url at offset 1", text -> base64(Base64.getUrlEncoder(), text, 1)),
  BASE64_URL_2("base64url at offset 2", text -> base64(Base64.getUrlEncoder(), text, 2)),
  HEX_LOWER("hexadecimal", text -> utf8(HexFormat.of().formatHex(utf8(text)))),
  HEX_UPPER(
      "hexadecimal, upper case",
      text -> utf8(HexFormat.of().withUpperCase().formatHex(utf8(text)))),
  DIGITS("digits only", Encoding::digits),
  REVERSED("reversed", text -> utf8(new StringBuilder(text).reverse().toString()));

  private static final int BITS_OF_BYTE = 8;
  private static final int BITS_OF_CHARACTER = 6;

  /** Fewer digits than this, or fewer bytes of any form, are found everywhere by chance. */
  private static final int SHORTEST = 7;

  private final String label;
  private final Function<String, byte[]> form;

  Encoding(String label, Function<String, byte[]> form) {
    this.label = label;
    this.form = form;
  }

  /** The text in this form; empty when it has none that could be told from chance. */
  public byte[] of(String text) {
    byte[] bytes = form.apply(text);
    return bytes.length < SHORTEST ? new byte[0] : bytes;
  }

  @Override
  public String toString() {
    return label;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] escaped(String text, Function<Integer, String> escape) {
    return utf8(text.chars().boxed().map(escape).collect(Collectors.joining()));
  }

  private static String jsonWhereNeeded(int character) {
    return switch (character) {
      case '"', '\\' -> "\\" + (char) character;
      default -> character < 0x80 ? Character.toString(character) : "\\u%04x".formatted(character);
    };
  }

  private static byte[] percent(String text, HexFormat hex) {
    return utf8(hex.withPrefix("%").formatHex(utf8(text)));
  }

  /** What does not depend on the bytes before and after the text. */
  private static byte[] base64(Base64.Encoder encoder, String text, int offset) {
    byte[] content = utf8(text);
    byte[] shifted = new byte[offset + content.length];
    System.arraycopy(content, 0, shifted, offset, content.length);
    byte[] encoded = encoder.withoutPadding().encode(shifted);
    int first = Math.ceilDiv(offset * BITS_OF_BYTE, BITS_OF_CHARACTER);
    int last = shifted.length * BITS_OF_BYTE / BITS_OF_CHARACTER;
    return Arrays.copyOfRange(encoded, first, last);
  }

  /** As a column for numbers would keep it: no blanks, no country, no zero in front. */
  private static byte[] digits(String text) {
    return utf8(text.replaceAll("\\D", "").replaceFirst("^(0+|44)", ""));
  }
}
