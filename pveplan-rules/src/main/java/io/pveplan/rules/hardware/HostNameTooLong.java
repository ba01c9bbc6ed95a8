package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a node whose name does not make a host name that the installer takes, together with the
 * domain. What is wrong with one of the two alone is refused when the plan is written.
 */
@RuleInfo(
    id = "NODE-002",
    severity = Severity.ERROR,
    summary = "The installer refuses the full host name of a node",
    why = "It wants a name with a domain, of at most 253 characters, and does not go on without.",
    remedy = "Declare a domain for the nodes, or shorten it: pve1.example.org.",
    sources = "pve-installer: Proxmox/Sys/Net.pm, parse_fqdn",
    since = "0.1")
final class HostNameTooLong implements Rule {

  private static final int LONGEST = 253;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<String> domain = plan.plan().domain();
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      if (domain.isEmpty()) {
        findings.undecided(node.path(), "domain of the nodes");
        continue;
      }
      String name = node.name() + "." + domain.get();
      if (name.length() > LONGEST) {
        findings
            .on(node.path())
            .says(
                "the host name of node %s has %d characters with its domain, more than %d",
                node.name(), name.length(), LONGEST)
            .because("length", name.length())
            .declaredAt(node.declaredAt());
      }
    }
  }
}
