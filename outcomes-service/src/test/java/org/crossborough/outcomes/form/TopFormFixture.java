package org.crossborough.outcomes.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.UUID;

/** A faultless form as JSON, to be spoilt field by field. */
public final class TopFormFixture {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final ObjectNode form;

  private TopFormFixture(ObjectNode form) {
    this.form = form;
  }

  /** A form about a referral that nobody has. */
  public static TopFormFixture aForm() {
    return aForm(UUID.randomUUID());
  }

  /** A form about a referral. */
  public static TopFormFixture aForm(UUID referralId) {
    ObjectNode form = JSON.createObjectNode();
    form.put("referralId", referralId.toString())
        .put("stage", "START")
        .put("interviewDate", "2026-02-01")
        .put("formVersion", "TOP_2018_PLUS")
        .put("psychologicalHealth", 10)
        .put("physicalHealth", 11)
        .put("qualityOfLife", 9);
    form.putObject("substances");
    return new TopFormFixture(form);
  }

  /** With a top-level field of any JSON value. */
  public TopFormFixture with(String field, String json) {
    form.set(field, read(json));
    return this;
  }

  /** With the days of one substance. */
  public TopFormFixture using(String substance, String json) {
    form.withObject("/substances").set(substance, read(json));
    return this;
  }

  /** Without a field. */
  public TopFormFixture without(String field) {
    form.remove(field);
    return this;
  }

  /** The form as it is sent. */
  public String json() {
    return form.toString();
  }

  /** The form as it is read. */
  public TopForm build() {
    try {
      return JSON.treeToValue(form, TopForm.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }
}
