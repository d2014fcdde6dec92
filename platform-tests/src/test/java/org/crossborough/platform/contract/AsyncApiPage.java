package org.crossborough.platform.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Tombstone;
import org.crossborough.contracts.Topic;

/**
 * {@code docs/asyncapi.json} (AsyncAPI 3.0): every topic with its messages, read from the records
 * and the examples beside them, and the webhook that boroughs receive.
 */
final class AsyncApiPage {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<Class<?>, String[]> SCALARS =
      Map.of(
          UUID.class, new String[] {"string", "uuid"},
          Instant.class, new String[] {"string", "date-time"},
          LocalDate.class, new String[] {"string", "date"},
          LocalTime.class, new String[] {"string", "time"},
          String.class, new String[] {"string", ""},
          int.class, new String[] {"integer", "int32"},
          Integer.class, new String[] {"integer", "int32"},
          long.class, new String[] {"integer", "int64"},
          boolean.class, new String[] {"boolean", ""});

  private final Function<String, String> example;

  AsyncApiPage(Function<String, String> example) {
    this.example = example;
  }

  String render() throws JsonProcessingException {
    ObjectNode page = JSON.createObjectNode();
    page.put("asyncapi", "3.0.0");
    page.putObject("info")
        .put("title", "Crossborough events")
        .put("version", "1.0.0")
        .put(
            "description",
            "What the services tell each other, and what a borough's webhook receives. Events are"
                + " CloudEvents in Kafka headers with the record as payload, keyed by the"
                + " aggregate. Records are additive only: a breaking change is a new version.");
    page.put("defaultContentType", "application/json");
    ObjectNode servers = page.putObject("servers");
    servers
        .putObject("kafka")
        .put("host", "{kafka}")
        .put("protocol", "kafka-secure")
        .put("description", "SASL SCRAM-SHA-512; a principal writes to its own topics only.")
        .putObject("variables")
        .putObject("kafka")
        .put("description", "The brokers of the installation");
    ObjectNode channels = page.putObject("channels");
    ObjectNode operations = page.putObject("operations");
    ObjectNode components = page.putObject("components");
    ObjectNode messages = components.putObject("messages");
    for (Topic topic : Topic.values()) {
      channel(topic, channels, operations);
      typesOf(topic).forEach((type, record) -> messages.set(type, message(type, record)));
    }
    webhook(channels, operations, messages);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
  }

  private static void channel(Topic topic, ObjectNode channels, ObjectNode operations) {
    String name = topic.wireName();
    ObjectNode channel = channels.putObject(name).put("address", name);
    reference(channel.putArray("servers").addObject(), "#/servers/kafka");
    ObjectNode carried = channel.putObject("messages");
    typesOf(topic)
        .keySet()
        .forEach(type -> reference(carried.putObject(type), "#/components/messages/" + type));
    ObjectNode send =
        operations
            .putObject(topic.producer() + " writes " + name)
            .put("action", "send")
            .put("summary", "Only " + topic.producer() + " may");
    reference(send.putObject("channel"), "#/channels/" + name);
  }

  private static void webhook(ObjectNode channels, ObjectNode operations, ObjectNode messages) {
    String name = "webhook";
    ObjectNode channel =
        channels
            .putObject(name)
            .put(
                "description",
                "POST to the address a borough has subscribed with, signed by the Standard Webhooks"
                    + " scheme (webhook-id, webhook-timestamp, webhook-signature); repeated until"
                    + " it is answered with 2xx. It carries an id: what has changed is read from"
                    + " /v1/referral-changes.");
    channel.putNull("address");
    reference(
        channel.putObject("messages").putObject("referral.changed"),
        "#/components/messages/referral.changed");
    ObjectNode payload = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = payload.putObject("properties");
    properties.putObject("type").put("type", "string");
    properties.putObject("timestamp").put("type", "string").put("format", "date-time");
    properties.putObject("data").put("type", "object");
    ObjectNode message = messages.putObject("referral.changed").put("name", "referral.changed");
    message.set("payload", payload);
    ObjectNode send =
        operations.putObject("referral-service calls a webhook").put("action", "send");
    reference(send.putObject("channel"), "#/channels/" + name);
  }

  private static void reference(ObjectNode node, String target) {
    node.put("$ref", target);
  }

  private ObjectNode message(String type, Class<? extends Event> record) {
    ObjectNode message = JSON.createObjectNode().put("name", type).put("title", type);
    ObjectNode headers = message.putObject("headers").put("type", "object");
    for (String header : new String[] {"ce_id", "ce_type", "ce_source", "ce_time"}) {
      headers.withObjectProperty("properties").putObject(header).put("type", "string");
    }
    if (record.isAnnotationPresent(Tombstone.class)) {
      message.put("summary", "A tombstone: a key without a payload");
      message.putObject("payload").put("type", "null");
      return message;
    }
    message.set("payload", schema(record));
    message.putArray("examples").addObject().set("payload", parsed(example.apply(type)));
    return message;
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode schema(Type type) {
    ObjectNode schema = JSON.createObjectNode();
    if (type instanceof ParameterizedType many && many.getRawType() instanceof Class<?> raw) {
      if (Collection.class.isAssignableFrom(raw)) {
        schema.put("type", "array").set("items", schema(many.getActualTypeArguments()[0]));
      } else {
        schema.put("type", "object");
      }
      return schema;
    }
    Class<?> one = (Class<?>) type;
    if (one.isRecord()) {
      return object(one, schema);
    }
    String[] scalar = SCALARS.get(one);
    if (scalar != null) {
      schema.put("type", scalar[0]);
      if (!scalar[1].isEmpty()) {
        schema.put("format", scalar[1]);
      }
    } else if (one.isEnum()) {
      ArrayNode values = schema.put("type", "string").putArray("enum");
      Arrays.stream(one.getEnumConstants()).map(Object::toString).forEach(values::add);
    } else {
      schema.put("type", Number.class.isAssignableFrom(one) ? "number" : "object");
    }
    return schema;
  }

  private static ObjectNode object(Class<?> record, ObjectNode schema) {
    ObjectNode properties = schema.put("type", "object").putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    for (RecordComponent component : record.getRecordComponents()) {
      properties.set(component.getName(), schema(component.getGenericType()));
      if (!isOptional(component)) {
        required.add(component.getName());
      }
    }
    schema.set("required", required);
    return schema;
  }

  private static boolean isOptional(RecordComponent component) {
    return Stream.of(component.getAnnotatedType().getAnnotations())
        .anyMatch(one -> one.annotationType().getSimpleName().equals("Nullable"));
  }

  private static Map<String, Class<? extends Event>> typesOf(Topic topic) {
    return EventCatalogue.all().entrySet().stream()
        .filter(event -> topic.family().isAssignableFrom(event.getValue()))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }
}
