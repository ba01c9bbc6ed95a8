package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {

  static Stream<Contents> reports() {
    return Stream.of(
        Samples.busy(), Samples.empty(), Samples.hostile("a b/c:\"{}[]()%é\u0000\ud800"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void it_keeps_to_the_published_schema(Contents contents) {
    String plain = ReportFormat.SARIF.write(contents);
    String placed =
        ReportFormat.SARIF.sourceRoot("src/main/java").planFile("p.yaml").write(contents);

    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, plain)).isEmpty();
    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, placed)).isEmpty();
  }

  @Test
  void the_published_schema_refuses_what_is_not_sarif() {
    String sarif = ReportFormat.SARIF
        .write(Samples.busy())
        .replace("\"level\" : \"error\"", "\"level\" : \"fatal\"")
        .replace("\"startLine\" : 31", "\"startLine\" : 0");

    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, sarif))
        .anyMatch(it -> it.startsWith("/runs/0/results/0/level: "))
        .anyMatch(it ->
            it.startsWith("/runs/0/results/0/locations/0/physicalLocation/region/startLine: "));
  }

  @Property(tries = 100)
  void it_keeps_to_the_schema_whatever_the_names_are(@ForAll String hostile) {
    String sarif = ReportFormat.SARIF.write(Samples.hostile(hostile));

    assertThat(JsonSchemas.problems(JsonSchemas.SARIF, sarif)).isEmpty();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "io.acme.ProdCluster, ProdCluster.java, io/acme/ProdCluster.java",
    "io.acme.ProdCluster$Rings, ProdCluster.java, io/acme/ProdCluster.java",
    "ProdCluster, ProdCluster.java, ProdCluster.java",
    "io.acme.PlanKt, Plan.kt, io/acme/Plan.kt",
    "io.büro.Plan, 'a b:c.java', io/b%C3%BCro/a%20b%3Ac.java",
  })
  void a_line_of_code_is_a_path_in_the_repository(String className, String file, String uri) {
    Report report = reporting(new Origin(className, file, 7));

    JsonNode place = result(ReportFormat.SARIF, report).at("/locations/0/physicalLocation");

    assertThat(place.at("/artifactLocation/uri").stringValue()).isEqualTo(uri);
    assertThat(place.at("/artifactLocation/uriBaseId").stringValue()).isEqualTo("SRCROOT");
    assertThat(place.at("/region/startLine").intValue()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/test/java", "src/test/java/"})
  void the_source_root_stands_before_it(String root) {
    Report report = reporting(new Origin("io.acme.Plan", "Plan.java", 7));

    assertThat(result(ReportFormat.SARIF.sourceRoot(root), report)
            .at("/locations/0/physicalLocation/artifactLocation/uri")
            .stringValue())
        .isEqualTo("src/test/java/io/acme/Plan.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/home/me/project", "../other", "src//main", "./src"})
  void a_source_root_outside_of_the_repository_is_refused(String root) {
    assertThatThrownBy(() -> ReportFormat.SARIF.sourceRoot(root))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"%s\" is not a path from the root of the repository, as plans/prod.yaml is", root);
  }

  @Test
  void without_a_line_of_code_there_is_the_place_in_the_plan() {
    Report report = RuleBook.empty()
        .with(Samples.rule(
            "ACME-001",
            Severity.ERROR,
            (plan, findings) -> findings.on(PlanPath.of("node", "pve1")).says("it is broken")))
        .check(Samples.plan());

    assertThat(result(ReportFormat.SARIF, report).at("/locations").toString()).isEqualTo("""
        [{"logicalLocations":[{"name":"pve1","fullyQualifiedName":"node/pve1","kind":"resource"}]}]""");
  }

  @Test
  void a_class_without_line_numbers_counts_as_its_first_line() {
    Report report = reporting(new Origin("io.acme.Plan", "Plan.java", 0));

    assertThat(result(ReportFormat.SARIF, report)
            .at("/locations/0/physicalLocation/region/startLine")
            .intValue())
        .isEqualTo(1);
  }

  @Test
  void findings_of_one_line_have_different_fingerprints() {
    JsonNode results = JsonMapper.shared()
        .readTree(ReportFormat.SARIF.write(Samples.busy()))
        .at("/runs/0/results");

    List<String> hashes = Stream.of(2, 3)
        .map(at -> results
            .at("/" + at + "/partialFingerprints/primaryLocationLineHash")
            .stringValue())
        .toList();

    assertThat(hashes).containsExactly("3cab000fbe3abe4a:1", "717996f4a3f970d4:1");
  }

  private static Report reporting(Origin line) {
    return RuleBook.empty()
        .with(Samples.rule(
            "ACME-001",
            Severity.ERROR,
            (plan, findings) ->
                findings.on(PlanPath.of("node", "pve1")).says("it is broken").declaredAt(line)))
        .check(Samples.plan());
  }

  private static JsonNode result(ReportFormat format, Report report) {
    return JsonMapper.shared().readTree(report.to(format)).at("/runs/0/results/0");
  }
}
