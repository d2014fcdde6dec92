import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Renders the chart with Helm itself, reads every object with the types of Kubernetes' API, which
 * refuse a field they do not know, and asks of the objects what a reviewer would ask. One file, run
 * by {@code java HelmCheck.java CHART}.
 */
class HelmCheck {

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Map.of(
          "v1/ServiceAccount", ServiceAccount.class,
          "v1/Service", Service.class,
          "v1/ConfigMap", ConfigMap.class,
          "apps/v1/Deployment", Deployment.class,
          "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
          "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

  private static final List<String> SERVICES =
      List.of(
          "gateway", "referral-service", "programme-service", "outcomes-service", "safety-service");

  /** The types keep what they do not know for whoever writes it again; here it is a fault. */
  private static final JacksonAnnotationIntrospector NOTHING_KEPT =
      new JacksonAnnotationIntrospector() {
        @Override
        public Boolean hasAnySetter(Annotated member) {
          return false;
        }
      };

  private final List<String> faults = new ArrayList<>();
  private final Map<String, HasMetadata> objects = new TreeMap<>();

  public static void main(String[] words) throws Exception {
    HelmCheck check = new HelmCheck();
    Path chart = Path.of(words[0]);
    var lint = new Helm(chart).lint().strict().call();
    System.out.println(String.join(System.lineSeparator(), lint.getMessages()));
    check.that(!lint.isFailed(), "helm lint --strict");
    String manifest = new Helm(chart).template().withName("crossborough").call();
    Files.writeString(Path.of(words[1]), manifest);
    check.read(manifest);
    check.ask();
    System.exit(check.report());
  }

  /** Unknown fields, doubled keys and wrong types are faults. */
  private void read(String manifest) throws Exception {
    YAMLMapper yaml =
        YAMLMapper.builder(
                YAMLFactory.builder()
                    .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .annotationIntrospector(NOTHING_KEPT)
            .build();
    for (String document : manifest.split("(?m)^---$")) {
      JsonNode node = yaml.readTree(document);
      if (node == null || node.isMissingNode() || node.isNull()) {
        continue;
      }
      String type = node.path("apiVersion").asText() + "/" + node.path("kind").asText();
      String name = node.path("kind").asText() + "/" + node.at("/metadata/name").asText();
      Class<? extends HasMetadata> expected = TYPES.get(type);
      if (expected == null) {
        faults.add(name + ": no type is known for " + type);
        continue;
      }
      try {
        HasMetadata object = yaml.readValue(document, expected);
        that(objects.put(name, object) == null, name + " is there once");
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        faults.add(name + ": " + e.getOriginalMessage() + " at " + e.getLocation().getLineNr());
      }
    }
  }

  private void ask() {
    for (String name : SERVICES) {
      Deployment deployment = find("Deployment", name, Deployment.class);
      if (deployment == null) {
        continue;
      }
      var pod = deployment.getSpec().getTemplate().getSpec();
      var container = pod.getContainers().getFirst();
      var own = container.getSecurityContext();
      var shared = pod.getSecurityContext();
      that(
          Boolean.TRUE.equals(shared.getRunAsNonRoot()) && shared.getRunAsUser() > 0,
          name + " is not root");
      that(
          "RuntimeDefault".equals(shared.getSeccompProfile().getType()),
          name + " has a system call filter");
      that(
          Boolean.FALSE.equals(own.getAllowPrivilegeEscalation()),
          name + " may not gain privileges");
      that(Boolean.TRUE.equals(own.getReadOnlyRootFilesystem()), name + " cannot write its files");
      that(own.getCapabilities().getDrop().equals(List.of("ALL")), name + " has no capabilities");
      that(
          Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()),
          name + " has no token for the cluster");
      that(
          container.getResources().getLimits().containsKey("memory"),
          name + " has a limit of memory");
      that(
          container.getResources().getRequests().containsKey("cpu"),
          name + " asks for processor, or it is never scaled");
      that(
          container.getReadinessProbe() != null
              && container.getLivenessProbe() != null
              && container.getStartupProbe() != null,
          name + " has its three probes");
      that(
          container.getEnv().stream()
              .noneMatch(variable -> variable.getName().matches(".*(PASSWORD|SECRET|_KEY)$")),
          name + " is given no secret as a variable");
      that(!container.getImage().endsWith(":latest"), name + " names its version");
      var selector = deployment.getSpec().getSelector().getMatchLabels();
      that(
          deployment
              .getSpec()
              .getTemplate()
              .getMetadata()
              .getLabels()
              .entrySet()
              .containsAll(selector.entrySet()),
          name + " selects its own pods");
      Service service = find("Service", name, Service.class);
      that(
          service != null
              && service.getSpec().getSelector().equals(selector)
              && "ClusterIP".equals(service.getSpec().getType()),
          name + " is reached inside the cluster only");
      PodDisruptionBudget budget = find("PodDisruptionBudget", name, PodDisruptionBudget.class);
      that(
          budget != null && budget.getSpec().getSelector().getMatchLabels().equals(selector),
          name + " has its disruption budget");
      HorizontalPodAutoscaler scaler =
          find("HorizontalPodAutoscaler", name, HorizontalPodAutoscaler.class);
      that(
          scaler != null
              && scaler.getSpec().getMinReplicas() >= 2
              && scaler.getSpec().getMaxReplicas() >= scaler.getSpec().getMinReplicas(),
          name + " has two processes at least");
      NetworkPolicy policy = find("NetworkPolicy", name, NetworkPolicy.class);
      that(
          policy != null && policy.getSpec().getPodSelector().getMatchLabels().equals(selector),
          name + " has its network policy");
    }
    NetworkPolicy nothing = find("NetworkPolicy", "nothing", NetworkPolicy.class);
    that(
        nothing != null
            && nothing.getSpec().getIngress().isEmpty()
            && nothing.getSpec().getEgress().isEmpty()
            && nothing.getSpec().getPolicyTypes().equals(List.of("Ingress", "Egress")),
        "what no policy names is denied, both ways");
    // Who may call whom among the pods of this chart, from both ends: an entry counts when both
    // agree.
    TreeSet<String> calls = new TreeSet<>();
    for (String from : SERVICES) {
      for (String to : SERVICES) {
        if (egress(from, to) && ingress(from, to)) {
          calls.add(from + " > " + to);
        }
        that(
            egress(from, to) == ingress(from, to),
            from + " > " + to + " is told alike at both ends");
      }
    }
    TreeSet<String> wanted = new TreeSet<>();
    SERVICES.stream().skip(1).forEach(service -> wanted.add("gateway > " + service));
    that(calls.equals(wanted), "only the gateway calls services, but: " + calls);
  }

  private boolean egress(String from, String to) {
    NetworkPolicy policy = find("NetworkPolicy", from, NetworkPolicy.class);
    return policy != null
        && policy.getSpec().getEgress().stream()
            .flatMap(rule -> rule.getTo().stream())
            .anyMatch(peer -> names(peer.getPodSelector(), to));
  }

  private boolean ingress(String from, String to) {
    NetworkPolicy policy = find("NetworkPolicy", to, NetworkPolicy.class);
    return policy != null
        && policy.getSpec().getIngress().stream()
            .flatMap(rule -> rule.getFrom().stream())
            .anyMatch(peer -> names(peer.getPodSelector(), from));
  }

  private static boolean names(
      io.fabric8.kubernetes.api.model.LabelSelector selector, String service) {
    return selector != null
        && service.equals(selector.getMatchLabels().get("app.kubernetes.io/name"));
  }

  private <T extends HasMetadata> T find(String kind, String name, Class<T> type) {
    HasMetadata object = objects.get(kind + "/" + name);
    that(object != null, kind + " " + name + " is there");
    return type.cast(object);
  }

  private int asked;

  private void that(boolean holds, String what) {
    asked++;
    if (!holds) {
      faults.add("not so: " + what);
    }
  }

  private int report() {
    Map<String, Integer> kinds = new TreeMap<>();
    objects
        .values()
        .forEach(object -> kinds.merge(Objects.requireNonNull(object.getKind()), 1, Integer::sum));
    System.out.println(
        "Objects: " + kinds + ", " + asked + " questions, " + faults.size() + " faults");
    faults.forEach(fault -> System.out.println("  " + fault));
    return faults.isEmpty() ? 0 : 1;
  }
}
