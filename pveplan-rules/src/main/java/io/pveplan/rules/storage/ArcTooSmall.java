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

/** Reports a limit of the ZFS cache that is too small for the pools of a node, or that ZFS ignores. */
@RuleInfo(
    id = "LOC-018",
    severity = Severity.WARNING,
    summary = "The ZFS cache of a node is too small or its limit is ignored",
    why = """
        A cache of less than 2 GiB and 1 GiB for each TiB makes the pools slow. A limit of 1/32 of the \
        memory or less is ignored, unless the least size is set below it; then the cache grows as it likes.""",
    remedy = "Set arcMax, and arcMin where arcMax is small.",
    sources = {
      "pve-docs: local-zfs.adoc, Limit ZFS Memory Usage",
      "proxmox-installer: Proxmox/Install/RunEnv.pm"
    },
    since = "0.1")
final class ArcTooSmall implements Rule {

  private static final long BASE = 2L << 30;
  private static final int SHARE_OF_STORAGE = 1024;
  private static final int SHARE_OF_MEMORY = 32;

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
    if (node.arcMax().isPresent()
        && node.arcMin().filter(it -> less(it, most.get())).isEmpty()) {
      if (memory.isEmpty()) {
        findings.undecided(node.path(), "memory of " + node.name());
      } else if (most.get().bytes() <= memory.get().bytes() / SHARE_OF_MEMORY) {
        ignored(node, most.get(), memory.get(), findings);
        return;
      }
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

  private static void ignored(Node node, DataSize most, DataSize memory, Findings findings) {
    findings
        .on(node.path())
        .says(
            "ZFS ignores the limit of %s for its cache on %s: it is no more than 1/32 of the memory"
                + " of %s, and no smaller arcMin is set",
            most, node.name(), memory)
        .because("arcMax", most.toString())
        .because("memory", memory.toString())
        .remedy("Set arcMin below %s too, or allow the cache more.", most)
        .declaredAt(node.declaredAt());
  }
}
