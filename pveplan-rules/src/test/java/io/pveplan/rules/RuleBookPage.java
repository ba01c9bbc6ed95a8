package io.pveplan.rules;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.Severity.INFO;
import static io.pveplan.rules.waiver.Waivers.waive;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.report.ReportFormat;
import io.pveplan.rules.settings.FileSchema;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.waiver.Waivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The Java of docs/rule-book.md, as it is there. */
final class RuleBookPage {

  private RuleBookPage() {}

  /** Two nodes with so many power supplies. */
  static ClusterPlan plan(int first, int second) {
    return cluster("shop", c -> {
      c.node("pve1", n -> n.hardware(h -> h.powerSupplies(first)));
      c.node("pve2", n -> n.hardware(h -> h.powerSupplies(second)));
    });
  }

  static RuleBook inJava() {
    RuleBook book = RuleBook.standard()
        .profile(Profile.SMALL_BUSINESS)
        .failLevel(FailLevel.WARNING)
        .without("sdn", "there is no SDN in this house")
        .with("SDN-021")
        .severity("NODE-013", Severity.ERROR, "the power fails every week")
        .set("NODE-023.largestShare", "60");
    return book;
  }

  /** What the Javadoc of {@link RuleBook} shows. */
  static Report javadoc(ClusterPlan plan) {
    Report report = RuleBook.standard()
        .with(new MissingAssetNumber())
        .without("NET-023")
        .severity("NODE-011", INFO, "the lab has one power supply")
        .set("NODE-023.largestShare", "60")
        .check(plan);
    return report;
  }

  @RuleInfo(
      id = "ACME-001",
      severity = Severity.WARNING,
      summary = "A node has no asset number",
      remedy = "Write it on the node.")
  private static final class MissingAssetNumber implements Rule {

    @Override
    public void check(ResolvedPlan plan, Findings findings) {
      plan.nodes().forEach(node -> findings.looksAt(node.path()));
    }
  }

  static RuleBook fromFile(Path file) throws IOException {
    RuleBook book = RuleBook.standard().configured(Files.readString(file), "rules.yaml");
    return book;
  }

  static void listed(RuleBook book) {
    book.settings().forEach(System.out::println);
    book.parameters()
        .forEach(parameter -> System.out.println(parameter + ", from " + parameter.source()));
  }

  static void failing(RuleBook book, ClusterPlan plan) {
    Report report = book.check(plan);
    if (report.fails()) {
      throw new IllegalStateException(report.toText());
    }
  }

  static Report waivedFromFile(RuleBook book, ClusterPlan plan, Path file) throws IOException {
    Waivers waivers = Waivers.read(Files.readString(file), "waivers.yaml");
    Report report = book.waiving(waivers, LocalDate.now()).check(plan);
    return report;
  }

  static Waivers waivedInJava() {
    Waivers waivers = Waivers.of(waive("NODE-011[node/pve1]")
        .because("the second power supply is on order")
        .owner("data center team")
        .until(LocalDate.of(2026, 12, 31))
        .ticket("OPS-311"));
    return waivers;
  }

  static void writeBaseline(RuleBook book, ClusterPlan plan, Path file) throws IOException {
    Files.writeString(file, Baseline.of(book.check(plan)).toText());
  }

  static Report sinceBaseline(RuleBook book, ClusterPlan plan, Path file) throws IOException {
    Baseline baseline = Baseline.read(Files.readString(file), "baseline.yaml");
    Report report = book.baseline(baseline).check(plan);
    shrink(baseline, report, file);
    return report;
  }

  private static void shrink(Baseline baseline, Report report, Path file) throws IOException {
    Files.writeString(file, baseline.without(report.gone()).toText());
  }

  static List<Path> written(Report report) {
    List<Path> written = report.writeTo(Path.of("target"));
    return written;
  }

  static void forms(Report report) {
    report.writeTo(
        Path.of("target"),
        List.of(
            ReportFormat.SARIF.sourceRoot("src/main/java"),
            ReportFormat.JUNIT_XML.failingFrom(Severity.WARNING)));
    System.out.print(report.to(ReportFormat.TEXT.width(100).colored()));
  }

  static void schema() throws IOException {
    Files.writeString(Path.of("rule-book.schema.json"), FileSchema.RULE_BOOK.text());
  }
}
