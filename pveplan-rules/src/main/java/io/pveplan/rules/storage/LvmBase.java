package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
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
   * The storage that a volume group lies on, or the LVM storage itself when it is not known or not
   * one of the plan. The plan of a volume group that is made by hand does not name its LUN; with one
   * target in the plan there is nothing to choose from. A bare storage ID as base is reported by
   * SHR-014.
   */
  static Storage carrier(LvmStorage lvm, ResolvedPlan plan) {
    Optional<Storage> named =
        lvm.base().map(base -> storage(base).orElse(base)).flatMap(plan::storage);
    if (named.isPresent() || !lvm.shared()) {
      return named.orElse(lvm);
    }
    List<Storage> targets =
        plan.storages().stream().filter(IscsiStorage.class::isInstance).toList();
    return targets.size() == 1 ? targets.get(0) : lvm;
  }
}
