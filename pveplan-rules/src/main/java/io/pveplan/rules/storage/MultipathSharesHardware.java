package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.model.storage.IscsiPath;
import io.pveplan.model.storage.IscsiPaths;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reports paths to an iSCSI target that no two of which are free of a common part. */
@RuleInfo(
    id = "SHR-018",
    severity = Severity.WARNING,
    summary = "All paths of a node to an iSCSI target go through one part",
    why = """
        Multipath is there for the failure of a part. Where any two paths have a NIC, a subnet, \
        a switch or its feed in common, that part takes the disks away all the same; in one subnet \
        the kernel sends over one NIC, whatever the other is for.""",
    remedy = "Give each portal a subnet, a NIC and a switch of its own, and the switches feeds of"
        + " their own.",
    sources = {"Proxmox VE wiki: Multipath", "open-iscsi: README, iSCSI settings for dm-multipath"},
    since = "0.1")
final class MultipathSharesHardware implements Rule {

  private static final int FEWEST_PATHS = 2;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage iscsi) {
        check(iscsi, plan, findings);
      }
    }
  }

  private static void check(IscsiStorage iscsi, ResolvedPlan plan, Findings findings) {
    SortedMap<String, SortedSet<String>> nodesByPart = new TreeMap<>();
    List<String> ways = new ArrayList<>();
    SortedSet<String> missing = new TreeSet<>();
    for (String node : plan.reach().nodesOf(iscsi.id())) {
      IscsiPaths paths = plan.lunPaths(node, iscsi);
      if (paths.count() < FEWEST_PATHS) {
        // Of a single path there is SHR-017.
        continue;
      }
      findings.looksAt(iscsi.path());
      IscsiPaths.Pair pair = paths.mostDistinct().orElseThrow();
      missing.addAll(missing(pair, plan));
      pair.shared()
          .forEach(part -> nodesByPart
              .computeIfAbsent(part.toString(), key -> new TreeSet<>())
              .add(node));
      if (ways.isEmpty() && !pair.shared().isEmpty()) {
        ways.addAll(List.of(pair.one().toString(), pair.other().toString()));
      }
    }
    if (nodesByPart.isEmpty()) {
      missing.forEach(fact -> findings.undecided(iscsi.path(), fact));
    } else {
      report(iscsi, nodesByPart, ways, findings);
    }
  }

  private static List<String> missing(IscsiPaths.Pair pair, ResolvedPlan plan) {
    List<String> missing = new ArrayList<>();
    pair.one().uncabled(pair.other()).forEach(nic -> missing.add("cable in " + nic));
    List<Switch> one = switches(pair.one());
    List<Switch> other = switches(pair.other());
    if (mayLosePower(one, plan) && mayLosePower(other, plan)) {
      Stream.concat(one.stream(), other.stream())
          .filter(device -> !plan.paths().powerFeeds(device).known())
          .forEach(device -> missing.add("power circuits of switch " + device.name()));
    }
    return missing;
  }

  private static List<Switch> switches(IscsiPath path) {
    return path.way().ports().values().stream()
        .map(SwitchPort::device)
        .distinct()
        .toList();
  }

  // One switch that outlives each circuit is enough for the way.
  private static boolean mayLosePower(List<Switch> switches, ResolvedPlan plan) {
    return switches.stream()
        .map(device -> plan.paths().powerFeeds(device))
        .noneMatch(feeds ->
            feeds.known() && feeds.onlyCircuit().isEmpty() && feeds.onlyUps().isEmpty());
  }

  private static void report(
      IscsiStorage iscsi,
      SortedMap<String, SortedSet<String>> nodesByPart,
      List<String> ways,
      Findings findings) {
    findings
        .on(iscsi.path())
        .says(
            "the paths to %s share a part: %s; %s",
            iscsi.target(),
            String.join(
                ", ",
                nodesByPart.entrySet().stream()
                    .map(each -> each.getKey() + " on " + String.join(", ", each.getValue()))
                    .toList()),
            String.join(" and ", ways))
        .because("shared", nodesByPart)
        .because("ways", ways)
        .declaredAt(iscsi.declaredAt());
  }
}
