package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Quorum;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports a rack, room, power circuit or UPS whose failure leaves too few votes, those of the
 * QDevice included. A node fails with a circuit or a UPS only if all its power supplies hang on it.
 * Rooms are looked at when the plan names more than one.
 */
@RuleInfo(
    id = "CAP-010",
    severity = Severity.WARNING,
    summary = "The failure of one rack, room, power circuit or UPS costs the quorum",
    why = """
        Nodes that fall together count together. If those that are left have no majority, they stop \
        too: nothing can be started, and with HA they fence themselves.""",
    remedy = "Spread the nodes, or put a QDevice into a failure domain of its own.",
    sources = {"article Proxmox-Cluster planen", "derived"},
    since = "0.1")
final class FailureDomainHoldsQuorum implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2) {
      return;
    }
    judge(FailureDomains.racks(plan), plan, findings);
    judge(FailureDomains.rooms(plan), plan, findings);
    judge(FailureDomains.circuits(plan), plan, findings);
    judge(FailureDomains.upses(plan), plan, findings);
  }

  private static void judge(FailureDomains domains, ResolvedPlan plan, Findings findings) {
    Quorum quorum = plan.quorum();
    int tooMany = quorum.expectedVotes() - quorum.quorum() + 1;
    int anywhere = votes(domains.anywhere());
    boolean open = anywhere >= tooMany;
    for (FailureDomain domain : domains.all()) {
      findings.looksAt(domain.path());
      int lost = votes(domain.nodes());
      if (lost >= tooMany) {
        report(domain, lost, quorum, findings);
      } else if (lost + votes(domain.perhaps()) + anywhere >= tooMany) {
        domains.ask(domain.perhaps(), findings);
        open = true;
      }
    }
    if (open) {
      domains.ask(domains.anywhere(), findings);
    }
  }

  private static int votes(List<Voter> voters) {
    return voters.stream().mapToInt(Voter::votes).sum();
  }

  private static void report(FailureDomain domain, int lost, Quorum quorum, Findings findings) {
    List<String> names = domain.nodes().stream().map(Voter::name).toList();
    findings
        .on(domain.path())
        .says(
            "%s takes %s down: %d of %d votes are left, the quorum is %d",
            domain.title(),
            String.join(", ", names),
            quorum.expectedVotes() - lost,
            quorum.expectedVotes(),
            quorum.quorum())
        .because("nodes", names)
        .because("votesLost", lost)
        .because("votes", quorum.expectedVotes())
        .because("quorum", quorum.quorum())
        .declaredAt(domain.declaredAt());
  }
}
