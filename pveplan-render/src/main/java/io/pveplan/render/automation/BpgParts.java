package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.Step;
import io.pveplan.render.TerraformShare;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the cluster that Terraform makes, in two modules: what guests need, and what needs
 * guests. So each can be applied when its time has come, and neither touches the guests.
 */
final class BpgParts {

  private final ResolvedPlan plan;
  private final BpgTypes types;
  private final TerraformShare share;

  BpgParts(ResolvedPlan plan) {
    this.plan = plan;
    this.types = BpgTypes.of(plan);
    this.share = TerraformShare.of(plan);
  }

  Rendering render() {
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.addAll(cluster());
    artifacts.addAll(protection());
    return Rendering.of(artifacts).withGaps(share.gaps());
  }

  private List<Artifact> cluster() {
    List<BpgResource> network = new BpgNetwork(plan, types, share).resources();
    List<BpgResource> all = new ArrayList<>(network);
    new BpgDatacenter(plan, share).resource(types).ifPresent(all::add);
    BpgStorages storages = new BpgStorages(plan, types);
    all.addAll(storages.resources(share));
    all.addAll(new BpgSdn(plan, types, share, network).resources());
    all.addAll(new BpgObjects(plan, share).resources(types));
    if (all.isEmpty()) {
      return List.of();
    }
    List<String> needs = new ArrayList<>();
    needs.add("all nodes are in the cluster");
    needs.addAll(BpgStorages.needs(plan, share));
    if (!network.isEmpty()) {
      needs.add("nobody works on the nodes: each interface that is made reloads the network of its"
          + " node");
    }
    return new BpgPartModule(TerraformShare.CLUSTER, BpgPartModule.lastUntil(Step.SDN, all), all)
        .artifacts(
            plan,
            storages.variables(share),
            needs,
            BpgStorages.checks(plan, share),
            "takes away what guests lie on: remove those first");
  }

  private List<Artifact> protection() {
    BpgProtection protection = new BpgProtection(plan, types, share);
    List<BpgResource> all = protection.resources();
    if (all.isEmpty()) {
      return List.of();
    }
    List<String> needs = new ArrayList<>();
    needs.add("the guests are there, and the storages of copies and backups");
    if (protection.separates()) {
      needs.add("where it ends with a rule that can not be fulfilled, wait until ha-manager status"
          + " names a master and each node, and apply it again: before, the HA manager refuses"
          + " rules that keep guests apart");
    }
    return new BpgPartModule(TerraformShare.PROTECTION, BpgPartModule.first(all), all)
        .artifacts(
            plan,
            List.of(),
            needs,
            List.of(),
            "deletes jobs, rules and the copies of replication; guests and backups stay");
  }
}
