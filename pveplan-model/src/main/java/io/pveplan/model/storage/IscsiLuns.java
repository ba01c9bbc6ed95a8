package io.pveplan.model.storage;

import io.pveplan.model.ClusterPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The LUNs of the iSCSI targets, what offers them and what lies on them.
 *
 * @since 0.1
 */
public final class IscsiLuns {

  // Storage, then channel, id and LUN, then a name in /dev/disk/by-id (pve-storage,
  // src/PVE/Storage/Plugin.pm, parse_volume_id; ISCSIPlugin.pm, parse_volname).
  private static final Pattern VOLUME_ID = Pattern.compile(
      "([A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9]):[0-9]{1,9}\\.[0-9]{1,9}\\.([0-9]{1,5})\\.[^/\\s]+",
      Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, IscsiStorage> targets = new HashMap<>();
  private final Map<LunId, Lun> luns = new HashMap<>();
  private final Map<String, List<IscsiStorage>> byWwid = new HashMap<>();

  private IscsiLuns(ClusterPlan plan) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage iscsi) {
        targets.put(iscsi.id(), iscsi);
        for (Lun lun : iscsi.luns()) {
          luns.put(new LunId(iscsi.id(), lun.number()), lun);
          lun.wwid()
              .filter(wwid -> !iscsi.disabled())
              .ifPresent(
                  wwid -> byWwid.computeIfAbsent(wwid, key -> new ArrayList<>()).add(iscsi));
        }
      }
    }
    byWwid.replaceAll((wwid, each) -> List.copyOf(each));
  }

  /** The LUNs of a plan. */
  public static IscsiLuns of(ClusterPlan plan) {
    return new IscsiLuns(plan);
  }

  /** What the plan says of a LUN; nothing when it does not declare it. */
  public Optional<Lun> lun(LunId id) {
    return Optional.ofNullable(luns.get(id));
  }

  /**
   * The LUNs that a volume group lies on: those it names, or that of its base. None for a base that
   * names no LUN of an iSCSI storage, and for a local volume group.
   */
  public List<LunId> below(LvmStorage storage) {
    if (!storage.luns().isEmpty()) {
      return storage.luns();
    }
    return storage.base().flatMap(this::parse).stream().toList();
  }

  private Optional<LunId> parse(String base) {
    Matcher volume = VOLUME_ID.matcher(base);
    return volume.matches()
            && targets.containsKey(volume.group(1))
            && Integer.parseInt(volume.group(2)) <= Lun.HIGHEST_NUMBER
        ? Optional.of(new LunId(volume.group(1), Integer.parseInt(volume.group(2))))
        : Optional.empty();
  }

  /** The iSCSI storages that offer the LUNs below a volume group, in the order of its LUNs. */
  public List<IscsiStorage> targets(LvmStorage storage) {
    return below(storage).stream()
        .flatMap(id -> targets(id).stream())
        .distinct()
        .toList();
  }

  /**
   * The iSCSI storages that offer a LUN: its own, and those that have one of the same WWID. One that
   * is disabled offers none.
   *
   * @return in the order of the plan; none for a LUN of no target
   */
  public List<IscsiStorage> targets(LunId id) {
    return lun(id)
        .flatMap(Lun::wwid)
        .map(wwid -> byWwid.getOrDefault(wwid, List.of()))
        .orElseGet(() ->
            Optional.ofNullable(targets.get(id.storage()))
                .filter(target -> !target.disabled())
                .stream()
                .toList());
  }

  /**
   * The iSCSI storages that offer all LUNs of one.
   *
   * @return in the order of the plan, itself among them unless it is disabled; only itself when it
   *     declares no LUN
   */
  public List<IscsiStorage> companions(IscsiStorage storage) {
    List<List<IscsiStorage>> all = storage.luns().stream()
        .map(lun -> targets(new LunId(storage.id(), lun.number())))
        .toList();
    return all.isEmpty()
        ? List.of(storage)
        : all.get(0).stream()
            .filter(each -> all.stream().allMatch(it -> it.contains(each)))
            .toList();
  }

  /**
   * Whether a LUN is offered at more than one portal. It is a multipath device on each node then, also
   * on one that has only some of its targets, so that it has one name.
   */
  public boolean multipath(LunId id) {
    return targets(id).stream()
            .flatMap(target -> target.portals().stream())
            .distinct()
            .count()
        > 1;
  }

  /**
   * Whether an iSCSI storage has several portals, or a LUN that another target offers too: then its
   * nodes need multipath.
   */
  public boolean multipath(IscsiStorage storage) {
    return !storage.disabled()
        && (storage.portals().size() > 1
            || storage.luns().stream()
                .anyMatch(lun -> multipath(new LunId(storage.id(), lun.number()))));
  }
}
