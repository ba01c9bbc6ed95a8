package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a container whose root is root of the node.
 */
@RuleInfo(
    id = "GST-030",
    severity = Severity.WARNING,
    summary = "A container is privileged",
    why = """
        Who gets out of a privileged container is root on the node. Proxmox VE makes containers \
        unprivileged unless told otherwise, and does not call privileged ones safe.""",
    remedy = "Make it unprivileged; use a virtual machine where that does not do.",
    sources = "pve-docs: pct.adoc, Privileged Containers",
    since = "0.1")
final class PrivilegedContainer implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      if (guest instanceof Container container) {
        findings.looksAt(container.path());
        if (!container.unprivileged()) {
          findings
              .on(container.path())
              .says("%s is privileged: its root is root of the node", container.name())
              .declaredAt(container.declaredAt());
        }
      }
    }
  }
}
