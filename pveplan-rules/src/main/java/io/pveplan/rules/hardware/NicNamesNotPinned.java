package io.pveplan.rules.hardware;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Nic;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reports cards with the names that kernel and systemd give them, on nodes before a major upgrade.
 *
 * <p>A plan for 8.4 is before one: 9 brings another kernel and systemd. A name like {@code nic0}
 * comes from a {@code .link} file and stays.
 */
@RuleInfo(
    id = "NODE-024",
    severity = Severity.INFO,
    summary = "Names of network cards are not pinned before a major upgrade",
    why = """
        With another version systemd and the kernel may give a card another name. The interfaces \
        file then names a card that is not there, and the node has no network.""",
    remedy = "Pin the names by MAC address, or be at the console during the upgrade.",
    sources = "pve-docs: pve-network.adoc, Overriding Network Device Names",
    since = "0.1")
final class NicNamesNotPinned implements Rule {

  private static final Pattern GIVEN = Pattern.compile("(?:eth[0-9]+|en.+|ib.+)");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() != ProductVersion.PVE_8_4) {
      return;
    }
    for (Node node : plan.nodes()) {
      List<Nic> cards = node.interfaces().stream()
          .filter(Nic.class::isInstance)
          .map(Nic.class::cast)
          .toList();
      if (!cards.isEmpty()) {
        check(node, cards, findings);
      }
    }
  }

  private static void check(Node node, List<Nic> cards, Findings findings) {
    findings.looksAt(node.path());
    List<String> names = cards.stream()
        .filter(card -> !card.pinned() && GIVEN.matcher(card.name()).matches())
        .map(Nic::name)
        .sorted()
        .toList();
    if (!names.isEmpty()) {
      findings
          .on(node.path())
          .says("%s of %s may have other names in 9", String.join(", ", names), node.name())
          .because("nics", names)
          .declaredAt(node.declaredAt());
    }
  }
}
