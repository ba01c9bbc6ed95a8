package io.pveplan.samples.rules;

import static io.pveplan.dsl.Pveplan.*;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;

/**
 * Checks a plan with three rules of one's own: one found by its pack, two handed over by hand.
 *
 * <p>{@link GuestWithoutTag} is in {@link AcmeRules}, which every rule book of this program holds.
 * {@link NodeWithoutRack} and {@link StoragePaths} are in no pack; the first two are classes, the
 * last is written as a sentence.
 */
public final class CustomRule {

  private CustomRule() {}

  static ClusterPlan plan() {
    return cluster("lab", c -> {
      var node = c.node(
          "pve1",
          n -> n.roles(NodeRole.STORAGE)
              .bridge("vmbr0", b -> b.over("eno1").address("10.0.0.11/24")));
      var disks = c.storage(zfs("tank-vm", "tank/vm"), s -> s.nodes(node));
      c.vm(100, "wiki", v -> v.node(node).disk(disks, gib(32)).nic("vmbr0"));
    });
  }

  static Report check(ClusterPlan plan) {
    RuleBook acme =
        RuleBook.empty().with(new AcmeRules()).with(new NodeWithoutRack(), StoragePaths.RULE);
    return acme.check(plan);
  }

  /**
   * Prints what the three rules find, and that the pack is found without being named.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.print(check(plan()).toText());
    System.out.println();
    System.out.print(RuleBook.standard().explain("ACME-002"));
  }
}
