package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.rules.FailLevel;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Severity;
import io.pveplan.rules.settings.Profile;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

  static Stream<Contents> reports() {
    return Stream.of(Samples.busy(), Samples.empty(), Samples.hostile("a\"b\\\u0000\ud800"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void it_keeps_to_its_schema(Contents contents) {
    String json = ReportFormat.JSON.write(contents);

    assertThat(JsonSchemas.problems(JsonSchemas.REPORT, json)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void the_schema_names_every_field(Contents contents) {
    String json = ReportFormat.JSON.write(contents);

    assertThat(JsonSchemas.problems(JsonSchemas.CLOSED_REPORT, json)).isEmpty();
  }

  @Test
  void the_schema_refuses_what_is_no_report() {
    String json = ReportFormat.JSON
        .write(Samples.empty())
        .replace("\"errors\" : 0", "\"errors\" : -1")
        .replace("\"cluster\" : \"lab\"", "\"cluster\" : 7");

    assertThat(JsonSchemas.problems(JsonSchemas.REPORT, json))
        .containsExactlyInAnyOrder(
            "/counts/errors: must have a minimum value of 0",
            "/cluster: integer found, string expected");
  }

  @Test
  void the_schema_knows_every_outcome_severity_profile_and_level() {
    JsonNode schema = JsonMapper.shared().readTree(JsonReport.schema());

    assertThat(texts(schema.at("/properties/rules/items/properties/outcome/enum")))
        .isEqualTo(Stream.of(Outcome.values()).map(Outcome::name).toList());
    assertThat(texts(schema.at("/properties/profile/enum")))
        .isEqualTo(Stream.of(Profile.values()).map(Profile::name).toList());
    assertThat(texts(schema.at("/properties/failLevel/enum")))
        .isEqualTo(Stream.of(FailLevel.values()).map(FailLevel::name).toList());
    assertThat(texts(schema.at("/$defs/severity/enum")))
        .isEqualTo(Stream.of(Severity.values()).map(Severity::name).toList());
  }

  @Property(tries = 100)
  void any_text_comes_back_unchanged(@ForAll String hostile) {
    String json = ReportFormat.JSON.write(Samples.hostile(hostile));

    assertThat(
            JsonMapper.shared().readTree(json).at("/findings/0/evidence/name").stringValue())
        .isEqualTo(hostile);
  }

  @Test
  void half_a_surrogate_pair_is_written_as_an_escape() {
    String json = ReportFormat.JSON.write(Samples.hostile("a\ud800b"));

    assertThat(json).contains("\"name\" : \"a\\ud800b\"");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }
}
