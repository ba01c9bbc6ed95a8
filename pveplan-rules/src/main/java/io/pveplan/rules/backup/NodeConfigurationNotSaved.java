package io.pveplan.rules.backup;

import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reports a node whose {@code /etc/pve} or {@code /etc/network} no host backup saves.
 *
 * <p>A saved {@code /etc} covers {@code /etc/network}, but not {@code /etc/pve}: that is a FUSE
 * mount, and proxmox-backup-client skips mount points below what it saves (proxmox-backup,
 * docs/backup-client.rst, Caution).
 */
@RuleInfo(
    id = "BCK-002",
    severity = Severity.WARNING,
    summary = "The configuration of a node is not saved",
    why = """
        Guest backups bring back guests, not the node they ran on. Its interfaces and the \
        configuration of the cluster have to be at hand when it is installed anew.""",
    remedy = "Save /etc/pve and /etc/network of each node with proxmox-backup-client.",
    sources = {
      "article Proxmox-Cluster planen, backup",
      "proxmox-backup: docs/backup-client.rst, Caution (mount points are skipped)"
    },
    since = "0.1")
final class NodeConfigurationNotSaved implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, List<HostBackup>> byNode = new HashMap<>();
    List<HostBackup> ofAll = new ArrayList<>();
    for (HostBackup backup : plan.plan().backup().map(Backup::hostBackups).orElse(List.of())) {
      if (backup.nodes().isEmpty()) {
        ofAll.add(backup);
      }
      for (String node : backup.nodes()) {
        byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(backup);
      }
    }
    for (Node node : plan.nodes()) {
      List<HostBackup> backups = new ArrayList<>(byNode.getOrDefault(node.name(), List.of()));
      backups.addAll(ofAll);
      check(node, backups, findings);
    }
  }

  private static void check(Node node, List<HostBackup> backups, Findings findings) {
    findings.looksAt(node.path());
    SortedSet<String> saved = new TreeSet<>();
    backups.forEach(backup -> backup.paths().forEach(path -> saved.add(plain(path))));
    List<String> missing = new ArrayList<>();
    if (!saved.contains("/etc/pve")) {
      missing.add("/etc/pve");
    }
    if (!saved.contains("/etc/network") && !saved.contains("/etc")) {
      missing.add("/etc/network");
    }
    if (!missing.isEmpty()) {
      Optional<Origin> declared = backups.stream().findFirst().flatMap(HostBackup::declaredAt);
      findings
          .on(node.path())
          .says(
              "no host backup saves %s of %s; saved: %s",
              String.join(" and ", missing),
              node.name(),
              saved.isEmpty() ? "nothing" : String.join(", ", saved))
          .remedy(remedy(missing, saved))
          .because("missing", missing)
          .because("saved", saved)
          .declaredAt(declared.or(node::declaredAt));
    }
  }

  private static String remedy(List<String> missing, SortedSet<String> saved) {
    return missing.contains("/etc/pve") && saved.contains("/etc")
        ? "Save /etc/pve beside /etc: it is a mount point, which proxmox-backup-client skips there."
        : "Save " + String.join(" and ", missing) + " with proxmox-backup-client.";
  }

  private static String plain(String path) {
    String single = path.replaceAll("/+", "/");
    return single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
  }
}
