package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsCapacity;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports volumes on RAIDZ or dRAID whose blocks are padded. The share of the parity alone is no
 * padding. */
@RuleInfo(
    id = "LOC-015",
    severity = Severity.INFO,
    summary = "Blocks of VM disks are padded on a pool with parity",
    why = """
        Parity is written for each row of a block, and RAIDZ pads the block to a multiple of parity plus \
        one sector. Small blocks take up far more than the layout promises.""",
    remedy = "Use a larger blocksize, which makes small writes slower, or mirrors.",
    sources = {
      "pve-docs: local-zfs.adoc, RAID Level Considerations",
      "openzfs: module/zfs/vdev_raidz.c, vdev_raidz_asize"
    },
    since = "0.1")
final class RaidzPadding implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof ZfsPoolStorage zfs
          && plan.reach().content(zfs).contains(ContentType.IMAGES)) {
        check(zfs, plan, findings);
      }
    }
  }

  private static void check(ZfsPoolStorage storage, ResolvedPlan plan, Findings findings) {
    DataSize block = storage.blocksize().orElse(ZfsCapacity.USUAL_BLOCK);
    SortedMap<String, String> padded = new TreeMap<>();
    for (String node : plan.reach().nodesOf(storage.id())) {
      Optional<ZfsPool> pool = plan.localPools().below(node, storage);
      if (pool.isPresent() && pool.get().raid().parity() > 0) {
        findings.looksAt(storage.path());
        ZfsCapacity layout = ZfsCapacity.ofLayout(pool.get());
        DataSize taken = layout.onDisk(block);
        if (taken.compareTo(layout.onDiskWithoutPadding(block)) > 0) {
          padded.put(node, taken.toString());
        }
      }
    }
    if (!padded.isEmpty()) {
      String node = padded.firstKey();
      ZfsPool pool = plan.localPools().below(node, storage).orElseThrow();
      findings
          .on(storage.path())
          .says(
              "a block of %s of storage %s takes %s on the %s of %d disks of %s, %s without padding",
              block,
              storage.id(),
              padded.get(node),
              pool.raid(),
              pool.devices().size(),
              node,
              ZfsCapacity.ofLayout(pool).onDiskWithoutPadding(block))
          .because("block", block.toString())
          .because("taken", padded)
          .declaredAt(storage.declaredAt());
    }
  }
}
