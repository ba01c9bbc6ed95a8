package io.pveplan.rules.report;

import io.pveplan.rules.Report;
import io.pveplan.rules.internal.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report as a JSON document, for programs.
 *
 * <pre>{@code
 * report.to(ReportFormat.JSON);
 * JsonReport.schema();  // what every such document keeps to, as a JSON Schema (draft 2020-12)
 * }</pre>
 *
 * <p>The document names its schema in {@code $schema} and its version in {@code formatVersion}. A
 * later library may add fields; one that takes a field away or gives it another meaning raises the
 * version.
 *
 * @since 0.1
 */
public final class JsonReport implements ReportFormat {

  private static final String SCHEMA = "/io/pveplan/rules/report.schema.json";

  JsonReport() {}

  /** {@return the JSON Schema of the document} */
  public static String schema() {
    try (InputStream resource = JsonReport.class.getResourceAsStream(SCHEMA)) {
      if (resource == null) {
        throw new IllegalStateException("the library lacks its file " + SCHEMA);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("can not read " + SCHEMA, unreadable);
    }
  }

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String write(Report report) {
    return write(Contents.of(report));
  }

  String write(Contents contents) {
    return JsonText.of(JsonDocument.of(contents));
  }
}
