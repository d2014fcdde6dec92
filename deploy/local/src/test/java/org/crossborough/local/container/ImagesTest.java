package org.crossborough.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Public images by default, any other by name. */
class ImagesTest {

  private final Properties named = new Properties();
  private final Images images = new Images(named);

  @Test
  void the_public_images_have_the_versions_of_the_artifacts() {
    assertThat(images.of("postgres")).matches("postgres:\\d+");
    assertThat(images.of("kafka")).matches("apache/kafka:\\d+\\.\\d+\\.\\d+");
    assertThat(images.of("keycloak")).matches("keycloak/keycloak:\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void a_property_names_another_image() {
    named.setProperty("crossborough.image.kafka", "mirror/kafka:4");

    assertThat(images.of("kafka")).isEqualTo("mirror/kafka:4");
    assertThat(images.of("postgres")).startsWith("postgres:");
  }

  @Test
  void there_is_no_image_for_an_unknown_purpose() {
    assertThatThrownBy(() -> images.of("mail")).isInstanceOf(NullPointerException.class);
  }
}
