package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.TagStyle;
import io.pveplan.model.guest.Guest;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tags of a guest as Proxmox VE has them in the end: in lower case and each once, unless the
 * datacenter tells them by case (pve-guest-common, src/PVE/GuestHelpers.pm, get_unique_tags; called
 * where a guest is made and where it is changed: pve-container, src/PVE/LXC/Config.pm,
 * update_pct_config, and qemu-server, src/PVE/API2/Qemu.pm, which does it for a new machine since
 * 9.1.17). Scripts leave it to Proxmox VE.
 *
 * <p>The providers compare what they read with what a module says, whatever the order, but letter by
 * letter: another case is a change in each plan (bpg: proxmoxtf/structure/schema.go,
 * SuppressIfListsAreEqualIgnoringOrder; Telmate: proxmox/Internal/resource/guest/tags/schema.go).
 */
final class StoredTags {

  private StoredTags() {}

  static SortedSet<String> of(ResolvedPlan plan, Guest guest) {
    for (String tag : guest.tags()) {
      if (!tag.equals(stored(tag))) {
        return byCase(plan)
            ? guest.tags()
            : guest.tags().stream()
                .map(StoredTags::stored)
                .collect(Collectors.toCollection(TreeSet::new));
      }
    }
    return guest.tags();
  }

  private static boolean byCase(ResolvedPlan plan) {
    return plan.plan()
        .datacenter()
        .flatMap(Datacenter::tagStyle)
        .flatMap(TagStyle::caseSensitive)
        .orElse(false);
  }

  private static String stored(String tag) {
    return tag.toLowerCase(Locale.ROOT);
  }
}
