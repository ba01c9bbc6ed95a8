package io.pveplan.samples;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.model.automation.TerraformPart.*;
import static io.pveplan.model.automation.TerraformProvider.BPG;
import static io.pveplan.model.automation.TerraformProvider.TELMATE;

import io.pveplan.dsl.TerraformSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.Gap;
import io.pveplan.render.TerraformShare;
import java.util.List;
import java.util.function.Consumer;

/** The plans that docs/terraform.md shows; a test compares them with the page. */
final class TerraformPage {

  private TerraformPage() {}

  static ClusterPlan both() {
    return lab(t -> t.providers(BPG, TELMATE));
  }

  static ClusterPlan split() {
    return lab(t -> t.manages(STORAGES, SDN, HA, BACKUP_JOBS));
  }

  static ClusterPlan existing() {
    return lab(t -> t.withoutGuests().manages(STORAGES).importBlocks());
  }

  static ClusterPlan older() {
    return lab(t -> t.bpgVersion("0.99.0").manages(HA));
  }

  static List<String> scripted(ResolvedPlan plan) {
    TerraformShare share = TerraformShare.of(plan);
    return plan.storages().stream()
        .filter(storage -> !share.takes(storage.path()))
        .map(Storage::id)
        .toList();
  }

  static List<String> reasons(ResolvedPlan plan) {
    return TerraformShare.of(plan).gaps().stream().map(Gap::sentence).toList();
  }

  private static ClusterPlan lab(Consumer<TerraformSpec> terraform) {
    return cluster("lab", c -> {
      c.target(PVE_9);
      var lan = c.network("lan", "10.0.0.0/24", net -> net.carries(MANAGEMENT, STORAGE, GUEST));
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.bridge("vmbr0", b -> b.over("eno1").address(lan.host(10 + number))));
      var nas =
          c.storage(nfs("nas", "10.0.0.5", "/export/vms"), s -> s.content(ContentType.IMAGES));
      c.storage(iscsi("san", "10.0.0.6", "iqn.2026-01.example:lab"), s -> {});
      var backups = c.storage(
          pbs("backups", "10.0.0.7", "lab", "cluster@pbs!plan", fromEnvironment("PBS_TOKEN")),
          s -> {});
      var nat = c.zone(simple("nat"), z -> z.ipam("pve"));
      c.vnet(
          "nat1", nat, b -> b.subnet("10.9.0.0/24", s -> s.gateway("10.9.0.1").snat()));
      var shop = c.vm(
          101,
          "shop",
          v -> v.node(nodes.get(0)).disk(nas, gib(32)).nic("vmbr0").mustRun().protection());
      c.ha(h -> h.resources(shop));
      c.backup(b -> b.job("nightly", "02:30", backups, p -> p.all().keepDaily(7)));
      c.terraform(terraform);
    });
  }
}
