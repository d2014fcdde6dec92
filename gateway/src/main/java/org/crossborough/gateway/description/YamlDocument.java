package org.crossborough.gateway.description;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML as OpenAPI asks, by version 1.2: a date or a time of day is text, not a number. */
final class YamlDocument {

  private YamlDocument() {}

  static ObjectNode parse(String text) {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(loading),
            new Representer(dumping),
            dumping,
            loading,
            new CoreSchema());
    return new JsonMapper().valueToTree(yaml.<Object>load(text));
  }

  /** What a plain scalar means; everything else is text. */
  private static final class CoreSchema extends Resolver {

    private static final String DIGITS = "-0123456789";

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), DIGITS);
      addImplicitResolver(
          Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+([eE][-+]?[0-9]+)?"), DIGITS);
      addImplicitResolver(Tag.NULL, Pattern.compile("null|~"), "n~");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
