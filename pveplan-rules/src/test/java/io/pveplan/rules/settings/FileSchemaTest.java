package io.pveplan.rules.settings;

import static io.pveplan.rules.Severity.WARNING;
import static io.pveplan.rules.TestPack.pack;
import static io.pveplan.rules.TestRule.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.RuleBookDefinitionException;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.waiver.WaiverRules;
import io.pveplan.rules.waiver.Waivers;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schemas take what the library takes and refuse what it refuses, as far as a schema can. */
class FileSchemaTest {

  private static final RuleBook BOOK = RuleBook.empty()
      .with(pack("network", reporting("NET-001", WARNING, PlanPath.of("cluster"))))
      .with(new WaiverRules());

  private static boolean schemaTakes(FileSchema schema, String text) {
    JsonNode document = new YAMLMapper().readTree(text);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.text())
        .validate(document)
        .isEmpty();
  }

  private static boolean libraryTakes(Consumer<String> reader, String text) {
    try {
      reader.accept(text);
      return true;
    } catch (RuleBookDefinitionException refused) {
      return false;
    }
  }

  private static void assertTaken(FileSchema schema, Consumer<String> reader, String text) {
    assertThat(List.of(schemaTakes(schema, text), libraryTakes(reader, text)))
        .containsExactly(true, true);
  }

  private static void assertRefused(FileSchema schema, Consumer<String> reader, String text) {
    assertThat(List.of(schemaTakes(schema, text), libraryTakes(reader, text)))
        .containsExactly(false, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{formatVersion: 1}",
        "{formatVersion: 1, profile: small-business, failLevel: undecided, packs: {}, rules: {}}",
        "{formatVersion: 1, packs: {network: {enabled: true}}}",
        "{formatVersion: 1, packs: {network: {enabled: false, reason: none here}}}",
        "{formatVersion: 1, rules: {NET-001: {enabled: true}}}",
        "{formatVersion: 1, rules: {NET-001: {enabled: false, reason: 42}}}",
        "{formatVersion: 1, rules: {NET-001: {severity: info, reason: one switch}}}",
        "{formatVersion: 1, rules: {NET-001: {parameters: {}}}}",
        "{formatVersion: 1, rules: {WVR-003: {parameters: {mostFindings: 3}, reason: few}}}",
        "{formatVersion: 1, rules: {WVR-003: {parameters: {mostFindings: '3'}}}}"
      })
  void settings_are_taken_by_both(String text) {
    assertTaken(FileSchema.RULE_BOOK, BOOK::configured, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{formatVersion: 2}",
        "{formatVersion: '1'}",
        "{formatVersion: 1, profiles: lab}",
        "{formatVersion: 1, profile: LAB}",
        "{formatVersion: 1, failLevel: fatal}",
        "{formatVersion: 1, packs: [network]}",
        "{formatVersion: 1, packs: {network: false}}",
        "{formatVersion: 1, packs: {network: {}}}",
        "{formatVersion: 1, packs: {network: {enabled: false}}}",
        "{formatVersion: 1, packs: {network: {enabled: false, reason: ' '}}}",
        "{formatVersion: 1, rules: {net-001: {enabled: true}}}",
        "{formatVersion: 1, rules: {NET-001: {}}}",
        "{formatVersion: 1, rules: {NET-001: {reason: one switch}}}",
        "{formatVersion: 1, rules: {NET-001: {enabled: 'false', reason: none here}}}",
        "{formatVersion: 1, rules: {NET-001: {severity: info}}}",
        "{formatVersion: 1, rules: {NET-001: {severity: INFO, reason: one switch}}}",
        "{formatVersion: 1, rules: {NET-001: {limits: {}}}}",
        "{formatVersion: 1, rules: {WVR-003: {parameters: {mostFindings: [3]}}}}",
        "{formatVersion: 1, rules: {WVR-003: {parameters: {mostFindings: ''}}}}"
      })
  void settings_are_refused_by_both(String text) {
    assertRefused(FileSchema.RULE_BOOK, BOOK::configured, text);
  }

  private static String waiver(String fields) {
    return "{formatVersion: 1, waivers: [{" + fields + "}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: 'NET-001[node/pve1]', reason: r, owner: o, until: 2026-12-31, ticket: OPS-1",
        "key: 'NET-001[node/pve1', reason: r, owner: o, until: 2026-12-31",
        "key: NET-001, reason: r, owner: 42, until: 2026-12-31",
        "key: NET-, reason: r, owner: o, until: '2026-12-31'"
      })
  void waivers_are_taken_by_both(String fields) {
    assertTaken(FileSchema.WAIVERS, Waivers::read, waiver(fields));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "key: NET-001, reason: r, owner: o",
        "key: NET-001, reason: '', owner: o, until: 2026-12-31",
        "key: NET-001, reason: r, owner: [o], until: 2026-12-31",
        "key: NET-001, reason: r, owner: o, until: tomorrow",
        "key: NET-001, reason: r, owner: o, until: 31.12.2026",
        "key: NET-001, reason: r, owner: o, until: 2026-12-31, remark: x",
        "key: NET-01, reason: r, owner: o, until: 2026-12-31",
        "key: NET, reason: r, owner: o, until: 2026-12-31",
        "key: 'NET-001[', reason: r, owner: o, until: 2026-12-31",
        "key: 'NET-001[]', reason: r, owner: o, until: 2026-12-31",
        "key: WVR-001, reason: r, owner: o, until: 2026-12-31",
        "key: WVR-, reason: r, owner: o, until: 2026-12-31"
      })
  void waivers_are_refused_by_both(String fields) {
    assertRefused(FileSchema.WAIVERS, Waivers::read, waiver(fields));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{formatVersion: 1, known: []}",
        "{formatVersion: 1, known: ['NET-001[node/pve1]', 'NET-001[node/a]]']}"
      })
  void baselines_are_taken_by_both(String text) {
    assertTaken(FileSchema.BASELINE, Baseline::read, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{formatVersion: 1}",
        "{known: []}",
        "{formatVersion: 1, known: {}}",
        "{formatVersion: 1, known: [NET-001]}",
        "{formatVersion: 1, known: ['NET-001[]']}",
        "{formatVersion: 1, known: ['WVR-001[waiver/NET-001]']}",
        "{formatVersion: 1, known: [1]}",
        "{formatVersion: 1, known: [], gone: []}"
      })
  void baselines_are_refused_by_both(String text) {
    assertRefused(FileSchema.BASELINE, Baseline::read, text);
  }
}
