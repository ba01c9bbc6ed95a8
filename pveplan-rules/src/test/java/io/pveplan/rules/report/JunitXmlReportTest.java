package io.pveplan.rules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.FailLevel;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import java.io.IOException;
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
        <testsuites name="Check of cluster prod" tests="1" failures="1" errors="0">
          <testsuite name="ACME" tests="1" failures="1" errors="0" skipped="0">
            <testcase name="node/pve1" classname="ACME.ACME-001" time="0">
              <failure message="it is broken" type="WARNING">-&gt; Repair it.</failure>
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
        <testsuites name="Check of cluster prod" tests="2" failures="2" errors="0">
          <testsuite name="ACME" tests="2" failures="2" errors="0" skipped="0">
            <testcase name="node/pve1" classname="ACME.ACME-001" time="0">
              <failure message="it is broken" type="ERROR">-&gt; Repair it.</failure>
            </testcase>
            <testcase name="node/pve2" classname="ACME.ACME-001" time="0">
              <failure message="undecided, the plan does not say: its age" type="UNDECIDED"/>
            </testcase>
          </testsuite>
        </testsuites>
        """);
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
