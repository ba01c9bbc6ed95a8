package io.pveplan.samples.rules;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;

/**
 * Checks a plan with two rules of one's own: one found by its pack, one handed over by hand.
 *
 * <p>{@link GuestWithoutTag} is in {@link AcmeRules}, which every rule book of this program holds.
 * {@link NodeWithoutRack} is in no pack.
 */
public final class CustomRule {

  private CustomRule() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      var node =
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address("10.0.0.11/24")));
      var disks = c.storage(zfs("tank-vm", "tank/vm"), s -> s.nodes(node));
      c.vm(100, "wiki", v -> v.node(node).disk(disks, gib(32)).nic("vmbr0"));
    });
  }

  static Report check(ClusterPlan plan) {
    RuleBook acme = RuleBook.empty().with(new AcmeRules()).with(new NodeWithoutRack());
    return acme.check(plan);
  }

  /**
   * Prints what the two rules find, and that the pack is found without being named.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.print(check(plan()).toText());
    System.out.println();
    System.out.print(RuleBook.standard().explain("ACME-002"));
  }
}
