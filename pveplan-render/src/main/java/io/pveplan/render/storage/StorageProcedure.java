package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.text.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How the script of a step is used. */
final class StorageProcedure {

  private StorageProcedure() {}

  static Procedure of(ResolvedPlan plan, Step step, List<StorageEntry> entries) {
    List<Storage> storages = entries.stream().map(StorageEntry::storage).toList();
    List<String> before = StorageNeeds.checks(storages);
    Procedure procedure = Procedure.repeatable()
        .needs(needs(plan, step, storages))
        .checkAfter(after(plan, storages))
        .undo(undo(entries));
    return before.isEmpty() ? procedure : procedure.checkBefore(String.join("\n", before));
  }

  private static String needs(ResolvedPlan plan, Step step, List<Storage> storages) {
    List<String> needs = new ArrayList<>();
    needs.add(
        step == Step.BACKUP_SERVER
            ? "datastores, namespaces and users are there"
            : "the check before succeeds on each node that has the storage");
    needs.addAll(StorageNeeds.ofScript(plan, storages));
    needs.add(where(plan, storages));
    return String.join("; ", needs);
  }

  // pvesm activates a storage it adds, but only where the node has it (pve-storage,
  // src/PVE/API2/Storage/Config.pm).
  private static String where(ResolvedPlan plan, List<Storage> storages) {
    List<String> nodes = CommonNodes.of(plan, storages);
    if (nodes.size() == plan.nodes().size()) {
      return "it runs on any node";
    }
    return nodes.isEmpty()
        ? "no node has all of these storages, and one that the node does not have is added untested"
        : "it runs on a node that has all of these storages: " + String.join(", ", nodes);
  }

  private static List<String> text(Command command) {
    return List.of(command.text());
  }

  private static String after(ResolvedPlan plan, List<Storage> storages) {
    List<String> commands = new ArrayList<>(text(Command.of("pvesm", "status")));
    if (storages.stream().anyMatch(IscsiStorage.class::isInstance)) {
      commands.add(Command.of("iscsiadm", "--mode", "session").text());
    }
    if (storages.stream()
        .anyMatch(it -> it instanceof IscsiStorage iscsi && plan.luns().multipath(iscsi))) {
      commands.add(Command.of("multipath", "-ll").text());
    }
    List<String> groups = storages.stream()
        .filter(it -> it instanceof LvmStorage lvm && !plan.luns().below(lvm).isEmpty())
        .map(it -> ((LvmStorage) it).vgname())
        .distinct()
        .toList();
    if (!groups.isEmpty()) {
      commands.add("# on each node, also those that it did not run on:");
      commands.add(Command.of("pvscan", "--cache").text());
      groups.forEach(group ->
          commands.add(Command.of("vgs", "-o", "vg_name,pv_name").arg(group).text()));
    }
    return String.join("\n", commands);
  }

  private static String undo(List<StorageEntry> entries) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (StorageEntry entry : entries) {
      boolean add = entry.way() == StorageEntry.Way.ADDED;
      (add ? added : changed).add(entry.storage().id());
    }
    // What lies on another storage goes first.
    Collections.reverse(added);
    List<String> ways = new ArrayList<>();
    if (!added.isEmpty()) {
      String order = added.size() > 1 ? ", in this order" : "";
      ways.add("pvesm remove for " + String.join(", ", added) + order + "; what lies there stays");
    }
    if (!changed.isEmpty()) {
      ways.add("pvesm set with the old values for " + String.join(", ", changed));
    }
    return String.join("; ", ways);
  }
}
