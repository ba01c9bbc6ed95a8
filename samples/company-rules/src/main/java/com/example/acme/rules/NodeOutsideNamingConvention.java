package com.example.acme.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.regex.Pattern;

/** Reports a node whose name does not say where it stands and what it is. */
@RuleInfo(
    id = "ACME-001",
    severity = Severity.ERROR,
    summary = "A node is not named site-pveNN",
    why = """
        Monitoring and the labels in the racks take site and number from the name. A node can not \
        be renamed once it has joined a cluster.""",
    remedy = "Name the node by its site and a number of two digits: muc1-pve01.",
    sources = {"Acme handbook, 4.2 Host names", "pve-docs: pvecm.adoc, Requirements"},
    since = "1.0")
final class NodeOutsideNamingConvention implements Rule {

  private static final Pattern CONVENTION = Pattern.compile("[a-z]{3}[0-9]-pve[0-9]{2}");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      if (!CONVENTION.matcher(node.name()).matches()) {
        findings
            .on(node.path())
            .says("node %s is not named site-pveNN", node.name())
            .declaredAt(node.declaredAt());
      }
    }
  }
}
