package io.pveplan.model;

import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Lun;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** References of volume groups to LUNs, and the names of LUNs. */
final class LunReferences {

  private final Names names;
  private final Problems found;
  private final Map<String, String> aliasByWwid = new HashMap<>();
  private final Map<String, String> wwidByAlias = new HashMap<>();
  private final Map<Object, LvmStorage> groups = new HashMap<>();

  private LunReferences(Names names, Problems found) {
    this.names = names;
    this.found = found;
  }

  static void check(ClusterPlan plan, Names names, Problems found) {
    LunReferences references = new LunReferences(names, found);
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage iscsi) {
        iscsi.luns().forEach(lun -> references.checkNames(iscsi, lun));
      } else if (storage instanceof LvmStorage lvm) {
        lvm.luns().forEach(lun -> references.check(lvm, lun));
      }
    }
  }

  // A LUN that two targets offer is one device on each node, and has one name there.
  private void checkNames(IscsiStorage storage, Lun lun) {
    String wwid = lun.wwid().orElse("");
    String alias = lun.alias().orElse("");
    if (wwid.isEmpty()) {
      return;
    }
    String known = aliasByWwid.putIfAbsent(wwid, alias);
    if (known != null && !known.equals(alias)) {
      found.add(
          storage.path(),
          storage,
          "LUN " + lun.number() + " has another alias here than at another target: WWID " + wwid,
          "Give a LUN the same alias at each of its targets.",
          "");
    }
    String other = alias.isEmpty() ? wwid : wwidByAlias.getOrDefault(alias, wwid);
    if (!other.equals(wwid)) {
      found.add(
          storage.path(),
          storage,
          "two LUNs have the alias " + alias + ": WWIDs " + other + " and " + wwid,
          "Give each LUN its own alias.",
          "");
    }
    wwidByAlias.putIfAbsent(alias, wwid);
  }

  private void check(LvmStorage storage, LunId id) {
    Storage named = names.storages.get(id.storage());
    if (named == null) {
      List<String> targets = names.storages.values().stream()
          .filter(IscsiStorage.class::isInstance)
          .map(Storage::id)
          .toList();
      found.missing(storage.path(), storage, "storage", id.storage(), targets);
    } else if (named instanceof IscsiStorage iscsi) {
      checkDeclared(storage, iscsi, id);
    } else {
      found.add(
          storage.path(),
          storage,
          "storage " + id.storage() + " is of type " + named.type() + " and has no LUNs",
          "Name an iSCSI storage.",
          "");
    }
  }

  private void checkDeclared(LvmStorage storage, IscsiStorage iscsi, LunId id) {
    Optional<Lun> lun =
        iscsi.luns().stream().filter(each -> each.number() == id.number()).findFirst();
    if (lun.isEmpty()) {
      found.missing(
          storage.path(),
          storage,
          "LUN of " + id.storage(),
          Integer.toString(id.number()),
          iscsi.luns().stream().map(each -> Integer.toString(each.number())).toList());
      return;
    }
    Object disk = lun.get().wwid().<Object>map(wwid -> wwid).orElse(id);
    LvmStorage other = groups.putIfAbsent(disk, storage);
    if (other != null && !other.vgname().equals(storage.vgname())) {
      found.add(
          storage.path(),
          storage,
          id + " is in volume group " + other.vgname() + " already",
          "Give each volume group LUNs of its own.",
          "");
    }
  }
}
