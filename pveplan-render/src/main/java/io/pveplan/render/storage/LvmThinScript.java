package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.unit.DataSize;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;
import java.util.Optional;

/**
 * The script that makes the LVM thin pools of a node. A hundredth is for metadata, from 1 GiB to 16
 * GiB, as the disks API does it (pve-storage, src/PVE/API2/Disks/LVMThin.pm).
 */
final class LvmThinScript {

  private static final DataSize LEAST_METADATA = DataSize.gib(1);
  private static final DataSize MOST_METADATA = DataSize.gib(16);

  private LvmThinScript() {}

  static String of(ResolvedPlan plan, Node node) {
    ShellScript script = ShellScript.of(
            "LVM thin pools of " + node.name() + ".",
            "Runs on " + node.name()
                + ". A volume group or thin pool that is there stays as it is.")
        .onlyOn(node.name());
    for (LvmThinPool pool : node.lvmThinPools()) {
      Command volumes = Command.of("pvcreate", "--metadatasize", "250k");
      Command group = Command.of("vgcreate").arg(pool.vgname());
      for (String device : pool.devices()) {
        volumes = volumes.arg(device);
        group = group.arg(device);
      }
      String thin = pool.vgname() + "/" + pool.thinpool();
      script = script
          .step("volume group " + pool.vgname())
          .unless(
              Command.of("vgs", "--noheadings", "-o", "vg_name").arg(pool.vgname()), volumes, group)
          .step("thin pool " + thin)
          .unless(
              Command.of("lvs", "--noheadings", "-o", "lv_name").arg(thin),
              Command.of("lvcreate", "--type", "thin-pool", "--extents", "100%FREE")
                  .option("--poolmetadatasize", metadata(plan, node, pool))
                  .flag("--name", pool.thinpool())
                  .arg(pool.vgname()));
    }
    return script.text();
  }

  private static Optional<String> metadata(ResolvedPlan plan, Node node, LvmThinPool pool) {
    List<DataSize> sizes = pool.devices().stream()
        .flatMap(device -> plan.localPools().disk(node.name(), device).map(Disk::size).stream())
        .toList();
    if (sizes.size() < pool.devices().size()) {
      return Optional.empty();
    }
    DataSize share =
        DataSize.bytes(sizes.stream().mapToLong(size -> size.bytes() / 100).sum());
    DataSize kept = share.compareTo(LEAST_METADATA) < 0 ? LEAST_METADATA : share;
    return Optional.of(
        ((kept.compareTo(MOST_METADATA) > 0 ? MOST_METADATA : kept).bytes() >> 20) + "m");
  }
}
