package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Lun;
import io.pveplan.model.storage.LunId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A LUN as a node has it.
 *
 * @param id the first target of the node that offers it, and its number there
 * @param lun what the plan says of it
 * @param portals how many portals of the node's targets offer it
 * @param multipath whether it is a multipath device, the same on each node
 */
record NodeLun(LunId id, Lun lun, int portals, boolean multipath) {

  /** The LUNs of a node, each once, in the order of the plan. */
  static List<NodeLun> of(ResolvedPlan plan, String node) {
    List<NodeLun> found = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (IscsiStorage target : targets(plan, node)) {
      for (Lun lun : target.luns()) {
        if (lun.wwid().filter(wwid -> !known.add(wwid)).isEmpty()) {
          LunId id = new LunId(target.id(), lun.number());
          long portals = plan.luns().targets(id).stream()
              .filter(each -> plan.reach().reaches(node, each.id()))
              .flatMap(each -> each.portals().stream())
              .distinct()
              .count();
          found.add(new NodeLun(id, lun, (int) portals, plan.luns().multipath(id)));
        }
      }
    }
    return found;
  }

  /** The iSCSI targets of a node that are switched on, in the order of the plan. */
  static List<IscsiStorage> targets(ResolvedPlan plan, String node) {
    return plan.storages().stream()
        .filter(IscsiStorage.class::isInstance)
        .map(IscsiStorage.class::cast)
        .filter(target -> plan.reach().reaches(node, target.id()))
        .toList();
  }

  Optional<String> device() {
    return device(lun, multipath);
  }

  /**
   * The device of a LUN, the same on each node; nothing while its WWID is not known.
   *
   * @param multipath whether there is more than one path
   */
  static Optional<String> device(Lun lun, boolean multipath) {
    return lun.wwid()
        .map(wwid ->
            multipath ? "/dev/mapper/" + lun.alias().orElse(wwid) : "/dev/disk/by-id/scsi-" + wwid);
  }
}
