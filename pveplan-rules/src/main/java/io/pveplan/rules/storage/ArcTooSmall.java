package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LocalPools;
import io.pveplan.model.storage.ZfsCapacity;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a limit of the ZFS cache that is too small for the pools of a node, or that ZFS ignores.
 *
 * <p>The limits stand in a file that the module reads when it is loaded. It takes any arcMax below
 * the memory then, and lowers the least size where that is above it; only one that is set later has to
 * be above 1/32 of the memory (openzfs, module/zfs/arc.c, arc_init and arc_tuning_update).
 */
@RuleInfo(
    id = "LOC-018",
    severity = Severity.WARNING,
    summary = "The ZFS cache of a node is too small or its limit is ignored",
    why = """
        A cache of less than 2 GiB and 1 GiB for each TiB makes the pools slow. ZFS ignores an \
        arcMax that is not below the memory of the node, and an arcMin above arcMax.""",
    remedy = "Set arcMax to what the pools want, and arcMin no higher.",
    sources = {
      "pve-docs: local-zfs.adoc, Limit ZFS Memory Usage",
      "openzfs: module/zfs/arc.c, arc_init",
      "proxmox-installer: Proxmox/Install/RunEnv.pm"
    },
    since = "0.1")
final class ArcTooSmall implements Rule {

  private static final long BASE = 2L << 30;
  private static final int SHARE_OF_STORAGE = 1024;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      if (!node.zfsPools().isEmpty()) {
        check(node, plan.localPools(), findings);
      }
    }
  }

  private static void check(Node node, LocalPools pools, Findings findings) {
    findings.looksAt(node.path());
    Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
    Optional<DataSize> most = pools.arcMax(node);
    if (most.isEmpty()) {
      findings.undecided(node.path(), "memory of " + node.name());
      return;
    }
    if (memory.filter(it -> !less(most.get(), it)).isPresent()) {
      ignored(node, "arcMax", most.get(), "no less than the memory of " + memory.get(), findings);
      return;
    }
    Optional<DataSize> least = node.arcMin().filter(it -> less(most.get(), it));
    if (least.isPresent()) {
      ignored(node, "arcMin", least.get(), "more than arcMax of " + most.get(), findings);
      return;
    }
    long wanted = BASE;
    boolean known = true;
    for (ZfsPool pool : node.zfsPools()) {
      Optional<ZfsCapacity> capacity = pools.capacity(node.name(), pool.name());
      known &= capacity.isPresent();
      wanted += capacity.map(it -> it.usable().bytes() / SHARE_OF_STORAGE).orElse(0L);
    }
    if (most.get().bytes() < wanted) {
      small(node, most.get(), DataSize.mib(wanted >> 20), findings);
    } else if (!known) {
      findings.undecided(node.path(), "sizes of the disks of the pools of " + node.name());
    }
  }

  private static boolean less(DataSize one, DataSize other) {
    return one.compareTo(other) < 0;
  }

  private static void small(Node node, DataSize most, DataSize wanted, Findings findings) {
    findings
        .on(node.path())
        .says(
            "the ZFS cache of %s may take %s%s; for its pools %s are wanted",
            node.name(), most, node.arcMax().isPresent() ? "" : " as installed", wanted)
        .because("arcMax", most.toString())
        .because("wanted", wanted.toString())
        .declaredAt(node.declaredAt());
  }

  private static void ignored(
      Node node, String limit, DataSize size, String bound, Findings findings) {
    findings
        .on(node.path())
        .says("ZFS ignores %s of %s on %s: it is %s", limit, size, node.name(), bound)
        .because(limit, size.toString())
        .because("bound", bound)
        .declaredAt(node.declaredAt());
  }
}
