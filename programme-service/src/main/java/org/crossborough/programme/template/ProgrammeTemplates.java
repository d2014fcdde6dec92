package org.crossborough.programme.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The templates this build ships. */
@ApplicationScoped
public class ProgrammeTemplates {

  private final List<ProgrammeTemplate> shipped;

  ProgrammeTemplates() {
    shipped = read();
  }

  /** Every template in every version. */
  public List<ProgrammeTemplate> all() {
    return shipped;
  }

  /** One version of one template. */
  public Optional<ProgrammeTemplate> find(String code, int version) {
    return shipped.stream()
        .filter(template -> template.code().equals(code) && template.version() == version)
        .findFirst();
  }

  private static List<ProgrammeTemplate> read() {
    String file = "/programme-templates.json";
    try (InputStream json = ProgrammeTemplates.class.getResourceAsStream(file)) {
      return List.of(
          new ObjectMapper().readValue(Objects.requireNonNull(json), ProgrammeTemplate[].class));
    } catch (IOException failure) {
      throw new IllegalStateException("The shipped templates cannot be read", failure);
    }
  }
}
