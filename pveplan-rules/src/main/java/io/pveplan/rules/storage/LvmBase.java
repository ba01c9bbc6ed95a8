package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The LUN below an LVM storage, as {@code pvesm} takes it. */
final class LvmBase {

  // pve-storage, src/PVE/Storage/Plugin.pm, parse_volume_id.
  private static final Pattern VOLUME_ID =
      Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*[A-Za-z0-9]):.+");

  private LvmBase() {}

  /** The storage part of a volume ID; nothing for a text that is none. */
  static Optional<String> storage(String base) {
    Matcher parts = VOLUME_ID.matcher(base);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }

  /**
   * The storages of the plan that a volume group lies on: the targets of the LUNs it names, else the
   * one of its base; a bare storage ID, which SHR-014 reports, says so too. None for a volume group
   * that the plan links to nothing.
   */
  static List<Storage> carriers(LvmStorage lvm, ResolvedPlan plan) {
    List<Storage> targets = List.copyOf(plan.luns().targets(lvm));
    return targets.isEmpty()
        ? lvm.base().map(base -> storage(base).orElse(base)).flatMap(plan::storage).stream()
            .toList()
        : targets;
  }
}
