package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;

/**
 * The script that makes the LVM thin pools of a node, with as much metadata as the disks API gives
 * them where the sizes of the disks are known. Of all that is free lvcreate takes twice that off.
 */
final class LvmThinScript {

  private LvmThinScript() {}

  static String of(ResolvedPlan plan, Node node) {
    ShellScript script = ShellScript.of(
            "LVM thin pools of " + node.name() + ".",
            "Runs on " + node.name()
                + ". A volume group or thin pool that is there stays as it is.")
        .onlyOn(node.name())
        .define(PlannedDisks.EMPTY)
        .define(PlannedDisks.GROUP_ON);
    for (LvmThinPool pool : node.lvmThinPools()) {
      Command volumes = Command.of("pvcreate", "--metadatasize", "250k");
      Command group = Command.of("vgcreate").arg(pool.vgname());
      for (String device : pool.devices()) {
        volumes = volumes.arg(device);
        group = group.arg(device);
      }
      String thin = pool.name();
      script = script
          .step("volume group " + pool.vgname())
          .ensure(
              Command.of("vgs", "--noheadings", "-o", "vg_name").arg(pool.vgname()),
              List.of(PlannedDisks.empty(pool.devices()), volumes, group),
              List.of(PlannedDisks.groupOn(pool.vgname(), pool.devices())))
          .step("thin pool " + thin)
          .unless(
              Command.of("lvs", "--noheadings", "-o", "lv_name").arg(thin),
              Command.of("lvcreate", "--type", "thin-pool", "--extents", "100%FREE")
                  .option(
                      "--poolmetadatasize",
                      plan.localPools()
                          .thinCapacity(node.name(), pool.name())
                          .map(it -> (it.metadata().bytes() >> 20) + "m"))
                  .flag("--name", pool.thinPool())
                  .arg(pool.vgname()));
    }
    return script.text();
  }
}
