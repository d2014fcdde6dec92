package org.crossborough.local.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which image stands for which server. */
public final class Images {

  /** Before the purpose, names a system property that overrides the public image. */
  public static final String PROPERTY = "crossborough.image.";

  private final Properties usual = new Properties();
  private final Properties named;

  Images(Properties named) {
    this.named = named;
    try (InputStream file =
        Objects.requireNonNull(Images.class.getResourceAsStream("images.properties"))) {
      usual.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(String purpose) {
    return named.getProperty(
        PROPERTY + purpose, Objects.requireNonNull(usual.getProperty(purpose), purpose));
  }
}
