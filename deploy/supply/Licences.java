import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists the parts of an SBOM by licence, and refuses what is under none of those allowed. */
class Licences {

  public static void main(String[] words) throws Exception {
    JsonNode bom = new ObjectMapper().readTree(Path.of(words[0]).toFile());
    Set<String> allowed =
        Files.readAllLines(Path.of(words[1])).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.toSet());
    Map<String, Integer> counts = new TreeMap<>();
    List<String> refused = new ArrayList<>();
    int own = 0;
    for (JsonNode part : bom.path("components")) {
      if (part.path("group").asText().equals("org.crossborough")) {
        own++;
        continue;
      }
      List<String> licences = new ArrayList<>();
      for (JsonNode licence : part.path("licenses")) {
        String expression = licence.path("expression").asText();
        licences.add(
            !expression.isEmpty()
                ? expression
                : licence.at("/license/id").asText(licence.at("/license/name").asText()));
      }
      String all = String.join(" or ", licences);
      counts.merge(all.isEmpty() ? "none given" : all, 1, Integer::sum);
      if (licences.stream().noneMatch(allowed::contains)) {
        refused.add(
            part.path("group").asText()
                + ":"
                + part.path("name").asText()
                + ":"
                + part.path("version").asText()
                + " "
                + licences);
      }
    }
    counts.forEach((licence, count) -> System.out.printf("%5d  %s%n", count, licence));
    System.out.printf(
        "%d parts of others, %d of our own, %d not allowed%n",
        counts.values().stream().mapToInt(Integer::intValue).sum(), own, refused.size());
    refused.forEach(part -> System.out.println("  " + part));
    System.exit(refused.isEmpty() ? 0 : 1);
  }
}
