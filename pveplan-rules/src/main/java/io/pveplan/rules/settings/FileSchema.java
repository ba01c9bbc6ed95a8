package io.pveplan.rules.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What the files of a rule book look like, as JSON Schemas (draft 2020-12) for editors and programs.
 *
 * <pre>{@code
 * Files.writeString(Path.of("waivers.schema.json"), FileSchema.WAIVERS.text());
 * }</pre>
 *
 * @since 0.1
 */
public enum FileSchema {
  /** Settings, read by {@link io.pveplan.rules.RuleBook#configured(String)}. */
  RULE_BOOK("rule-book.schema.json"),

  /** Waivers, read by {@link io.pveplan.rules.waiver.Waivers#read(String)}. */
  WAIVERS("waivers.schema.json"),

  /** A baseline, read by {@link io.pveplan.rules.baseline.Baseline#read(String)}. */
  BASELINE("baseline.schema.json");

  private final String file;

  FileSchema(String file) {
    this.file = file;
  }

  /** {@return the schema as a JSON document} */
  public String text() {
    String name = "/io/pveplan/rules/" + file;
    try (InputStream resource = FileSchema.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("the library lacks its file " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("can not read " + name, unreadable);
    }
  }
}
