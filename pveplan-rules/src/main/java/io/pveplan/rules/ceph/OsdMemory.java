package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports a node whose guests, and the cache of its ZFS, leave too little memory for its OSDs. */
@RuleInfo(
    id = "CEPH-022",
    severity = Severity.WARNING,
    summary = "A node has too little memory for its OSDs",
    why = """
        An OSD keeps its cache within osd_memory_target and needs more while it recovers. What the node \
        does not have, the kernel takes from somebody: an OSD or a guest is killed.""",
    remedy = "Add memory, move guests, or set a smaller osd_memory_target, never below 2 GiB.",
    sources = {
      "pve-docs: pveceph.adoc, Memory (8 GiB recommended, 4 GiB default)",
      "ceph: doc/start/hardware-recommendations.rst",
      "2 GiB for the system: pve-system-requirements.adoc",
      "cache of ZFS as installed: proxmox-installer, Proxmox/Install/RunEnv.pm"
    },
    since = "0.1")
final class OsdMemory implements Rule {

  private static final RuleParameter<Integer> PER_OSD = RuleParameter.wholeNumber(
          "gibPerOsd",
          8,
          "GiB of memory an OSD should have where the plan sets no osd_memory_target",
          "pve-docs: pveceph.adoc, Memory")
      .must(gib -> gib >= 1 && gib <= 1024, "be from 1 to 1024");

  private static final long SYSTEM = 2L << 30;
  private static final long DEFAULT_TARGET = 4L << 30;

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(PER_OSD);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Integer> osds = new LinkedHashMap<>();
    plan.cephLayout().osds().forEach(osd -> osds.merge(osd.node().name(), 1, Integer::sum));
    long target = plan.plan()
        .ceph()
        .flatMap(Ceph::osdMemoryTarget)
        .map(DataSize::bytes)
        .orElse((long) findings.parameter(PER_OSD) << 30);
    osds.forEach(
        (name, number) -> check(plan.node(name).orElseThrow(), number, target, plan, findings));
  }

  private static void check(
      Node node, int osds, long target, ResolvedPlan plan, Findings findings) {
    findings.looksAt(node.path());
    Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
    if (memory.isEmpty()) {
      findings.undecided(node.path(), "memory of " + node.name());
      return;
    }
    double guests = 0;
    for (Guest guest : plan.placement().guestsOn(node.name())) {
      if (!(guest instanceof Vm vm && vm.template())) {
        guests += guest.memory().map(DataSize::bytes).orElse(0L);
      }
    }
    Optional<DataSize> cache =
        hasZfs(node) ? plan.localPools().arcMax(node) : Optional.<DataSize>empty();
    double left =
        memory.get().bytes() - SYSTEM - guests - cache.map(DataSize::bytes).orElse(0L);
    double wanted = (double) target * osds;
    if (left < wanted) {
      findings
          .on(node.path())
          .says(
              "%s has %s of memory; its guests and the system%s leave %.0f GiB for %d OSDs, %.0f GiB"
                  + " are wanted%s",
              node.name(),
              memory.get(),
              cache.map(size -> " and " + size + " for the cache of ZFS").orElse(""),
              Math.max(0, left) / (1L << 30),
              osds,
              wanted / (1L << 30),
              left < (double) DEFAULT_TARGET * osds ? ", which is below the default target" : "")
          .because("osds", osds)
          .because("arcMaxBytes", cache.map(DataSize::bytes).orElse(0L))
          .because("leftBytes", (long) left)
          .because("wantedBytes", (long) wanted)
          .declaredAt(node.declaredAt());
    }
  }

  private static boolean hasZfs(Node node) {
    return !node.zfsPools().isEmpty()
        || node.hardware()
            .flatMap(Hardware::systemDisks)
            .map(SystemDisks::filesystem)
            .filter(SystemFilesystem.ZFS::equals)
            .isPresent();
  }
}
