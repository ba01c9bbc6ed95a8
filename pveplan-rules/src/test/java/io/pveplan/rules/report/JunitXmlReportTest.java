package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.FailLevel;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JunitXmlReportTest {

  static Stream<Contents> reports() {
    return Stream.of(Samples.busy(), Samples.empty(), Samples.hostile("<a>&\"'\u0000\ud800]]>"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void its_suites_keep_to_the_schema_of_surefire(Contents contents) {
    validate(ReportFormat.JUNIT_XML.write(contents));
    validate(ReportFormat.JUNIT_XML.failingFrom(Severity.INFO).write(contents));
  }

  @Test
  void the_schema_refuses_what_is_no_test_report() {
    String xml = ReportFormat.JUNIT_XML.write(Samples.busy()).replace(" time=\"0\"", "");

    assertThatThrownBy(() -> validate(xml)).hasMessageContaining("'time' must appear");
  }

  @Property(tries = 100)
  void no_name_breaks_out_of_its_place(@ForAll String hostile) {
    String xml = ReportFormat.JUNIT_XML.failingFrom(Severity.INFO).write(Samples.hostile(hostile));

    validate(xml);
    assertThat(Xml.outline(xml)).isEqualTo("""
        testsuites
          testsuite
            properties
              property
            testcase
              failure
              system-out
            testcase
              skipped
          testsuite
            testcase
              skipped
              system-out
        """);
  }

  @Test
  void milder_findings_fail_when_they_shall() {
    Report report = RuleBook.empty()
        .with(Samples.rule(
            "ACME-001",
            Severity.WARNING,
            (plan, findings) -> findings.on(PlanPath.of("node", "pve1")).says("it is broken")))
        .check(Samples.plan());

    assertThat(report.to(ReportFormat.JUNIT_XML.failingFrom(Severity.WARNING))).isEqualTo("""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="Check of cluster prod" tests="2" failures="1" errors="0">
          <testsuite name="ACME" tests="1" failures="1" errors="0" skipped="0">
            <testcase name="node/pve1" classname="ACME.ACME-001" time="0">
              <failure message="it is broken" type="WARNING">-&gt; Repair it.</failure>
            </testcase>
          </testsuite>
          <testsuite name="coverage" tests="1" failures="0" errors="0" skipped="1">
            <testcase name="What was looked at" classname="coverage" time="0">
              <skipped message="rules looked at 0 of 60 parts of the plan"/>
              <system-out>no rule looked at:
        cluster: cluster
        Corosync link: corosync/link0, corosync/link1
        network: network/mgmt, network/ring, network/guests
        node: node/pve11, node/pve12
        storage: storage/nas
        guest: guest/200, guest/201, guest/202, guest/203, guest/204, guest/205, guest/206, guest/207, guest/208, guest/209 and 2 more</system-out>
            </testcase>
          </testsuite>
        </testsuites>
        """);
  }

  @Test
  void the_level_of_the_rule_book_says_what_fails() {
    RuleBook book = RuleBook.empty()
        .with(Samples.rule("ACME-001", Severity.ERROR, (plan, findings) -> {
          findings.on(PlanPath.of("node", "pve1")).says("it is broken");
          findings.undecided(PlanPath.of("node", "pve2"), "its age");
        }));

    assertThat(book.failLevel(FailLevel.NEVER).check(Samples.plan()).to(ReportFormat.JUNIT_XML))
        .contains("failures=\"0\"")
        .doesNotContain("<failure");
    assertThat(book.failLevel(FailLevel.UNDECIDED).check(Samples.plan()).to(ReportFormat.JUNIT_XML))
        .isEqualTo("""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="Check of cluster prod" tests="3" failures="2" errors="0">
          <testsuite name="ACME" tests="2" failures="2" errors="0" skipped="0">
            <testcase name="node/pve1" classname="ACME.ACME-001" time="0">
              <failure message="it is broken" type="ERROR">-&gt; Repair it.</failure>
            </testcase>
            <testcase name="node/pve2" classname="ACME.ACME-001" time="0">
              <failure message="undecided, the plan does not say: its age" type="UNDECIDED"/>
            </testcase>
          </testsuite>
          <testsuite name="coverage" tests="1" failures="0" errors="0" skipped="1">
            <testcase name="What was looked at" classname="coverage" time="0">
              <skipped message="rules looked at 0 of 60 parts of the plan"/>
              <system-out>no rule looked at:
        cluster: cluster
        Corosync link: corosync/link0, corosync/link1
        network: network/mgmt, network/ring, network/guests
        node: node/pve11, node/pve12
        storage: storage/nas
        guest: guest/200, guest/201, guest/202, guest/203, guest/204, guest/205, guest/206, guest/207, guest/208, guest/209 and 2 more</system-out>
            </testcase>
          </testsuite>
        </testsuites>
        """);
  }

  @Test
  void what_is_not_applicable_says_why_and_what_was_looked_at_is_counted() {
    Report report = RuleBook.empty()
        .with(
            Samples.rule("ACME-001", Severity.ERROR, (plan, findings) -> {
              findings.looksAt(PlanPath.of("cluster"));
              findings.looksAt(PlanPath.of("storage", "local"));
            }),
            Samples.rule(
                "ACME-002",
                Severity.ERROR,
                (plan, findings) -> findings.notApplicable("the plan has no guests")))
        .check(ClusterPlan.builder().name("lab").build());

    assertThat(report.to(ReportFormat.JUNIT_XML)).isEqualTo("""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="Check of cluster lab" tests="4" failures="0" errors="0">
          <testsuite name="ACME" tests="3" failures="0" errors="0" skipped="1">
            <testcase name="cluster" classname="ACME.ACME-001" time="0"/>
            <testcase name="storage/local" classname="ACME.ACME-001" time="0"/>
            <testcase name="not applicable" classname="ACME.ACME-002" time="0">
              <skipped message="not applicable: the plan has no guests"/>
            </testcase>
          </testsuite>
          <testsuite name="coverage" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="What was looked at" classname="coverage" time="0">
              <system-out>rules looked at 1 of 2 parts of the plan; 1 more belongs to these</system-out>
            </testcase>
          </testsuite>
        </testsuites>
        """);
  }

  @Test
  void every_standard_rule_is_in_the_report_of_an_empty_plan() {
    Report report = RuleBook.standard().check(ClusterPlan.builder().name("lab").build());
    NodeList cases = Xml.parse(report.to(ReportFormat.JUNIT_XML)).getElementsByTagName("testcase");

    SortedSet<String> classes = new TreeSet<>();
    for (int i = 0; i < cases.getLength(); i++) {
      classes.add(((Element) cases.item(i)).getAttribute("classname").replaceAll(".*\\.", ""));
    }
    SortedSet<String> rules = new TreeSet<>(Set.of("coverage"));
    report.results().forEach(result -> rules.add(result.rule().id()));
    assertThat(classes).isEqualTo(rules);
  }

  // The schema knows no root element for several suites.
  private static void validate(String xml) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      Schema schema = factory.newSchema(
          JunitXmlReportTest.class.getResource("/schema/surefire-test-report.xsd"));
      Document document = Xml.parse(xml);
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
      NodeList suites = document.getElementsByTagName("testsuite");
      for (int i = 0; i < suites.getLength(); i++) {
        schema.newValidator().validate(new DOMSource(suites.item(i)));
      }
    } catch (SAXException | IOException invalid) {
      throw new AssertionError(invalid.getMessage() + "\n" + xml, invalid);
    }
  }
}
