package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reports a node whose guests leave too few threads for the daemons of Ceph. */
@RuleInfo(
    id = "CEPH-023",
    severity = Severity.WARNING,
    summary = "A node has too few CPU threads for Ceph",
    why = """
        Each daemon of Ceph should find a thread free, and an OSD on NVMe several: what they wait for the \
        CPU, every guest on the pool waits for its disk.""",
    remedy = "Use a processor with more cores, or plan fewer cores for guests.",
    sources = "pve-docs: pveceph.adoc, CPU (4 to 6 threads for an OSD on NVMe)",
    since = "0.1")
final class CephCpuReserve implements Rule {

  private static final RuleParameter<Integer> FOR_NVME = RuleParameter.wholeNumber(
          "threadsPerNvmeOsd",
          4,
          "threads an OSD on an NVMe disk wants",
          "pve-docs: pveceph.adoc, CPU")
      .must(threads -> threads >= 1 && threads <= 64, "be from 1 to 64");

  private static final RuleParameter<Integer> OVERCOMMIT = RuleParameter.wholeNumber(
          "guestCoresPerThread", 4, "cores of guests that share a thread", "own judgement")
      .must(cores -> cores >= 1 && cores <= 64, "be from 1 to 64");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(FOR_NVME, OVERCOMMIT);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Integer> wanted = new HashMap<>();
    plan.plan().ceph().ifPresent(ceph -> daemons(ceph, wanted));
    for (PlacedOsd osd : plan.cephLayout().osds()) {
      boolean nvme = osd.deviceClass().filter(DiskKind.NVME.text()::equals).isPresent();
      wanted.merge(osd.node().name(), nvme ? findings.parameter(FOR_NVME) : 1, Integer::sum);
    }
    for (Node node : plan.nodes()) {
      if (wanted.containsKey(node.name())) {
        check(node, wanted.get(node.name()), plan, findings);
      }
    }
  }

  private static void daemons(Ceph ceph, Map<String, Integer> wanted) {
    ceph.monitors().forEach(node -> wanted.merge(node, 1, Integer::sum));
    ceph.managers().forEach(node -> wanted.merge(node, 1, Integer::sum));
    ceph.metadataServers().forEach(each -> wanted.merge(each.node(), 1, Integer::sum));
  }

  private static void check(Node node, int wanted, ResolvedPlan plan, Findings findings) {
    findings.looksAt(node.path());
    OptionalInt threads =
        node.hardware().flatMap(Hardware::cpu).map(Cpu::threads).orElse(OptionalInt.empty());
    if (threads.isEmpty()) {
      findings.undecided(node.path(), "CPU threads of " + node.name());
      return;
    }
    int cores = 0;
    for (Guest guest : plan.placement().guestsOn(node.name())) {
      if (!(guest instanceof Vm vm && vm.template())) {
        int sockets = guest instanceof Vm vm ? vm.sockets().orElse(1) : 1;
        cores += guest.cores().orElse(1) * sockets;
      }
    }
    int share = findings.parameter(OVERCOMMIT);
    int left = threads.getAsInt() - (cores + share - 1) / share;
    if (left < wanted) {
      findings
          .on(node.path())
          .says(
              "%s has %d threads; its guests leave %d for Ceph, which wants %d",
              node.name(), threads.getAsInt(), Math.max(0, left), wanted)
          .because("threads", threads.getAsInt())
          .because("guestCores", cores)
          .because("wanted", wanted)
          .declaredAt(node.declaredAt());
    }
  }
}
