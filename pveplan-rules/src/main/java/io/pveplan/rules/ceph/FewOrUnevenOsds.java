package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reports few OSDs, and a device class that nodes have unequal parts of. A node without OSDs of the
 * class counts with none, unless it has no class in common with the nodes that have some: nodes may
 * be set aside for another class.
 */
@RuleInfo(
    id = "CEPH-020",
    severity = Severity.WARNING,
    summary = "There are few OSDs, or nodes have unequal ones",
    why = """
        With few OSDs each of them holds much: a lost one takes long to make anew and fills the others. \
        A node with more capacity than the others can not use it, since each copy goes to another node. \
        Nodes that only have OSDs of other classes are not compared with those.""",
    remedy = "Put four OSDs of equal size or more into each of three nodes or more.",
    sources = {"pve-docs: pveceph.adoc, Create OSDs (TIP)", "pve-docs: pveceph.adoc, Disks"},
    since = "0.1")
final class FewOrUnevenOsds implements Rule {

  private static final RuleParameter<Integer> LEAST = RuleParameter.wholeNumber(
          "osds", 12, "OSDs a cluster should have", "pve-docs: pveceph.adoc, Create OSDs (TIP)")
      .must(osds -> osds >= 1 && osds <= 10_000, "be from 1 to 10000");

  private static final RuleParameter<Integer> DIFFERENCE = RuleParameter.wholeNumber(
          "percent",
          10,
          "percent that the capacity of nodes may differ by, of the largest",
          "own judgement")
      .must(percent -> percent >= 0 && percent <= 100, "be from 0 to 100");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LEAST, DIFFERENCE);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().ifPresent(ceph -> few(ceph, plan, findings));
    for (ClassCapacity each : plan.cephLayout().classes()) {
      uneven(each, compared(each, plan), plan, findings);
    }
  }

  private static void few(Ceph ceph, ResolvedPlan plan, Findings findings) {
    int osds = plan.cephLayout().osds().size();
    findings.looksAt(ceph.path());
    if (osds == 0) {
      findings.undecided(ceph.path(), "OSDs");
    } else if (osds < findings.parameter(LEAST)) {
      findings
          .on(ceph.path())
          .says("Ceph has %d OSD%s, not %d", osds, osds == 1 ? "" : "s", findings.parameter(LEAST))
          .because("osds", osds)
          .declaredAt(ceph.declaredAt());
    }
  }

  // The nodes with OSDs of a class, and those that share another class with one of them.
  private static Set<String> compared(ClassCapacity each, ResolvedPlan plan) {
    Set<String> with = new HashSet<>();
    each.osds().forEach(osd -> with.add(osd.node().name()));
    Set<String> compared = new HashSet<>(with);
    for (ClassCapacity other : plan.cephLayout().classes()) {
      if (other.osds().stream().anyMatch(osd -> with.contains(osd.node().name()))) {
        other.osds().forEach(osd -> compared.add(osd.node().name()));
      }
    }
    return compared;
  }

  private static void uneven(
      ClassCapacity each, Set<String> nodes, ResolvedPlan plan, Findings findings) {
    findings.looksAt(each.path());
    Map<String, Integer> numbers = new TreeMap<>();
    Map<String, Long> sizes = new TreeMap<>();
    for (String node : nodes) {
      numbers.put(node, 0);
      sizes.put(node, 0L);
    }
    for (PlacedOsd osd : each.osds()) {
      numbers.merge(osd.node().name(), 1, Integer::sum);
      sizes.merge(osd.node().name(), osd.capacity().map(DataSize::bytes).orElse(0L), Long::sum);
    }
    long most = sizes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long least = sizes.values().stream().mapToLong(Long::longValue).min().orElse(0);
    boolean unknown = each.osds().stream().anyMatch(osd -> osd.capacity().isEmpty());
    boolean sameNumber = numbers.values().stream().distinct().count() < 2;
    if (sameNumber && unknown) {
      each.osds().stream()
          .filter(osd -> osd.capacity().isEmpty())
          .findFirst()
          .ifPresent(osd -> findings.undecided(
              each.path(), "size of " + osd.osd().device() + " of " + osd.node().name()));
    } else if (!sameNumber
        || (double) (most - least) / most * 100 > findings.parameter(DIFFERENCE)) {
      findings
          .on(each.path())
          .says(
              "the nodes have unequal parts of class %s: %s",
              each.deviceClass(),
              String.join(
                  ", ",
                  numbers.entrySet().stream()
                      .map(node -> describe(node.getKey(), node.getValue(), sizes))
                      .toList()))
          .because("osds", numbers)
          .because("bytes", sizes)
          .declaredAt(plan.plan().ceph().flatMap(Ceph::declaredAt));
    }
  }

  private static String describe(String node, int number, Map<String, Long> sizes) {
    if (number == 0) {
      return node + " none";
    }
    return "%s %d OSD%s with %s"
        .formatted(
            node, number, number == 1 ? "" : "s", DataSize.bytes(sizes.getOrDefault(node, 0L)));
  }
}
