package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports an export or share that is planned over two addresses of its server. */
@RuleInfo(
    id = "SHR-020",
    severity = Severity.INFO,
    summary = "An NFS export or CIFS share is mounted over two addresses of one server",
    why = """
        What multipath does for iSCSI, a second mount does not do for files: a guest has its \
        disk on one of the two storages, and that one fails with its network.""",
    remedy = "Name the share once, over a bond of two NICs that ends on two switches.",
    sources = "Proxmox VE wiki: Multipath",
    since = "0.1")
final class NfsByTwoAddresses implements Rule {

  private record Share(StorageServer server, String type, String name) {}

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<Share, List<Storage>> storages = new LinkedHashMap<>();
    for (Storage storage : plan.storages()) {
      Optional<String> name = name(storage);
      if (name.isPresent()) {
        findings.looksAt(storage.path());
        plan.storageServer(storage.servers().get(0))
            .ifPresent(server -> storages
                .computeIfAbsent(
                    new Share(server, storage.type(), name.get()), key -> new ArrayList<>())
                .add(storage));
      }
    }
    storages.forEach((share, all) ->
        all.stream().skip(1).forEach(storage -> check(all.get(0), storage, share, plan, findings)));
  }

  private static Optional<String> name(Storage storage) {
    if (storage instanceof NfsStorage nfs) {
      return Optional.of(nfs.export());
    }
    return storage instanceof CifsStorage cifs ? Optional.of(cifs.share()) : Optional.empty();
  }

  // By one address it is the same storage twice, which LOC-009 is about.
  private static void check(
      Storage first, Storage storage, Share share, ResolvedPlan plan, Findings findings) {
    boolean together =
        !Collections.disjoint(plan.reach().nodesOf(first.id()), plan.reach().nodesOf(storage.id()));
    if (!together || first.servers().equals(storage.servers())) {
      return;
    }
    findings
        .on(storage.path())
        .says(
            "storages %s and %s are %s of server %s over its addresses %s and %s",
            first.id(),
            storage.id(),
            share.name(),
            share.server().name(),
            first.servers().get(0),
            storage.servers().get(0))
        .because("storages", List.of(first.id(), storage.id()))
        .because("server", share.server().name())
        .declaredAt(storage.declaredAt());
  }
}
